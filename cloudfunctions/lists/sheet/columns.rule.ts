import {
  isBlank,
  readAudience,
  readCategories,
  readDay,
  readHours,
  readNumber,
  readSource,
  readWeekdays,
  readYes,
  text,
  Unreadable,
} from './cells.rule'
import type { Cell } from './sheet'

/** One column of a sheet: the field it fills, the names people give it, how its cells are read. */
export interface Column {
  readonly field: string
  /** Our own name first. */
  readonly names: readonly string[]
  /** A row without it cannot be read at all. */
  readonly needed?: true
  readonly read: (cell: Cell) => unknown
}

const orElse =
  (read: (cell: Cell) => unknown, blank: unknown) =>
  (cell: Cell): unknown =>
    isBlank(cell) ? blank : read(cell)

const required = (read: (cell: Cell) => unknown) => orElse(read, new Unreadable('请填写'))
const textOrNone = orElse(text, undefined)

const placeColumns: readonly Column[] = [
  { field: 'lng', names: ['经度', 'lng', 'longitude'], read: orElse(readNumber, undefined) },
  { field: 'lat', names: ['纬度', 'lat', 'latitude'], read: orElse(readNumber, undefined) },
  // the data format keeps both in one
  { field: 'location', names: ['位置', 'location'], read: orElse((cell) => cell, undefined) },
]

/** 群众需求 sheets: questionnaire exports, visiting lists, our own data format. */
export const needColumns: readonly Column[] = [
  {
    field: 'text',
    names: ['需求内容', '需求', '内容', '诉求', '诉求内容', '具体需求', '需求描述', 'text'],
    needed: true,
    read: text,
  },
  { field: 'source', names: ['来源', '需求来源', 'source'], read: orElse(readSource, 'survey') },
  { field: 'person', names: ['姓名', '居民姓名', '居民', '称呼', 'person', 'name'], read: text },
  { field: 'building', names: ['楼栋', '楼号', '栋', 'building'], read: text },
  { field: 'room', names: ['房号', '房间', '室', 'room'], read: text },
  {
    field: 'beneficiary',
    names: ['服务对象', '对象', '服务人群', '人群', 'beneficiary', 'audience'],
    read: orElse(readAudience, ['全体居民']),
  },
  { field: 'weekdays', names: ['星期', '周几', '日期要求', 'weekdays'], read: readWeekdays },
  { field: 'hours', names: ['时间', '时段', '时间段', 'hours'], read: readHours },
  { field: 'headcount', names: ['人数', '需求人数', 'headcount'], read: orElse(readNumber, 1) },
  { field: 'mobilityImpaired', names: ['行动不便', '是否行动不便', 'mobilityImpaired'], read: readYes },
  ...placeColumns,
]

/** 社区资源 sheets. */
export const resourceColumns: readonly Column[] = [
  {
    field: 'unit',
    names: ['单位', '单位名称', '共建单位', '资源单位', 'unit'],
    needed: true,
    read: text,
  },
  {
    field: 'title',
    names: ['名称', '资源名称', '服务名称', '服务项目', '项目名称', 'title'],
    needed: true,
    read: text,
  },
  {
    field: 'description',
    names: ['说明', '内容', '资源内容', '资源说明', '服务内容', '简介', 'description'],
    read: text,
  },
  { field: 'categories', names: ['类别', '服务类别', '类型', 'categories'], read: required(readCategories) },
  { field: 'audience', names: ['对象', '服务对象', '服务人群', 'audience'], read: required(readAudience) },
  { field: 'weekdays', names: ['星期', '周几', 'weekdays'], read: required(readWeekdays) },
  { field: 'hours', names: ['时间', '时段', '时间段', 'hours'], read: required(readHours) },
  {
    field: 'capacityPerSession',
    names: ['每场人数', '每次人数', '每场名额', 'capacityPerSession'],
    read: required(readNumber),
  },
  {
    field: 'sessionsPerMonth',
    names: ['每月场次', '每月次数', 'sessionsPerMonth'],
    read: required(readNumber),
  },
  { field: 'homeVisit', names: ['上门', '可上门', '是否上门', '能否上门', 'homeVisit'], read: readYes },
  { field: 'contact', names: ['联系人', '联系方式', 'contact'], read: text },
  { field: 'phone', names: ['联系电话', '电话', '手机', 'phone'], read: text },
  { field: 'agreement', names: ['共建协议', '协议', 'agreement'], read: textOrNone },
  { field: 'reviewDay', names: ['复核日期', '复核日', '复审日期', 'reviewDay'], read: readDay },
  ...placeColumns,
]

/** A header as written, without what people decorate it with: 「* 需求内容(必填)」 is 「需求内容」. */
const bare = (header: Cell): string =>
  text(header)
    .normalize('NFKC')
    .replace(/\([^)]*\)|[*\s::]/g, '')
    .toLowerCase()

/** Which column stands where in a row of headers; a name that comes twice counts the first time. */
export const recognise = (
  headers: readonly Cell[],
  columns: readonly Column[],
): ReadonlyMap<Column, { readonly at: number; readonly header: string }> => {
  const found = new Map<Column, { at: number; header: string }>()
  headers.forEach((header, at) => {
    const name = bare(header)
    const column = columns.find(({ names }) => names.some((one) => one.toLowerCase() === name))
    if (column && !found.has(column)) found.set(column, { at, header: text(header) })
  })
  return found
}
