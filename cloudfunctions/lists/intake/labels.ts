/** What a labelled line or a column of a hotline sheet fills. */
export type Label =
  | 'who'
  | 'when'
  | 'door'
  | 'building'
  | 'room'
  | 'phone'
  | 'text'
  | 'headcount'
  | 'hours'
  | 'age'
  | 'other'

const names: Readonly<Record<Label, readonly string[]>> = {
  who: [
    '姓名',
    '来电人',
    '诉求人',
    '反映人',
    '来访人',
    '联系人',
    '居民',
    '居民姓名',
    '称呼',
    '求助人',
    '老人姓名',
    '昵称',
  ],
  when: [
    '来电时间',
    '登记时间',
    '来访时间',
    '受理时间',
    '接听时间',
    '日期',
    '登记日期',
    '来电日期',
    '走访时间',
    '记录时间',
  ],
  door: ['地址', '住址', '家庭住址', '门牌', '门牌号', '楼栋房号', '楼栋号', '住房', '楼号'],
  building: ['楼栋', '栋', '楼'],
  room: ['房号', '房间', '室'],
  phone: ['电话', '联系电话', '手机', '手机号', '来电号码', '联系方式', '来电电话'],
  text: [
    '诉求',
    '需求',
    '内容',
    '来电内容',
    '诉求内容',
    '需求内容',
    '反映问题',
    '反映内容',
    '问题',
    '事项',
    '服务需求',
    '具体需求',
    '来访事由',
    '事由',
  ],
  headcount: ['人数', '需求人数'],
  hours: ['希望时间', '方便时间', '服务时间', '时段', '期望时间'],
  age: ['年龄', '岁数'],
  other: [
    '序号',
    '编号',
    '备注',
    '状态',
    '办理情况',
    '处理结果',
    '受理人',
    '接听人',
    '登记人',
    '记录人',
    '经办人',
    '网格',
    '来源',
    '工单号',
    '类别',
    '类型',
    '性别',
    '时间',
    '地点',
  ],
}

const byName = new Map(
  (Object.entries(names) as [Label, readonly string[]][]).flatMap(([label, words]) =>
    words.map((word) => [word, label] as const),
  ),
)

/** The label a word is, as people write it: 「* 来电人(必填)」; undefined when it is none. */
export const labelOf = (word: string): Label | undefined => byName.get(word.replace(/\([^)]*\)|[*\s:]/g, ''))

const anyLabel = new RegExp(
  `(?:^|[\\s,;。、])(${[...byName.keys()].sort((a, b) => b.length - a.length).join('|')})\\s*:\\s*`,
  'g',
)

/** A line of labels and what they say: 「姓名:王五 地址:3栋201 需求:理发」; empty when it begins with no label. */
export const labelledParts = (line: string): { readonly label: Label; readonly said: string }[] => {
  const marks = [...line.matchAll(anyLabel)]
  if (marks[0]?.index !== 0) return []
  return marks.map((mark, place) => ({
    label: labelOf(mark[1] ?? '') ?? 'other',
    said: line.slice(mark.index + mark[0].length, marks[place + 1]?.index ?? line.length).trim(),
  }))
}
