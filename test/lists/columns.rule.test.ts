import { needColumns, recognise, resourceColumns } from '../../cloudfunctions/lists/sheet/columns.rule'

const fields = (headers: unknown[], columns = needColumns) =>
  [...recognise(headers, columns)].map(([{ field }, { at }]) => [field, at])

test('the headers of the demo sheets are recognised', () => {
  const need = '编号 需求内容 来源 姓名 服务对象 星期 时间 人数 行动不便 楼栋 房号 经度 纬度'.split(' ')
  expect(fields(need).length).toBe(need.length - 1)
  const resource =
    '编号 单位 资源名称 内容 类别 服务对象 星期 时间 每次人数 每月次数 可上门 联系人 共建协议 复核日期 经度 纬度'.split(
      ' ',
    )
  expect(fields(resource, resourceColumns).length).toBe(resource.length - 1)
})
test('the names of the data format are recognised', () => {
  expect(fields(['id', 'text', 'mobilityImpaired', 'location'])).toEqual([
    ['text', 1],
    ['mobilityImpaired', 2],
    ['location', 3],
  ])
})
test('decoration of a header does not matter', () => {
  expect(fields(['* 需求内容(必填)', ' 人 数 ', 'HOURS:'])).toEqual([
    ['text', 0],
    ['headcount', 1],
    ['hours', 2],
  ])
})
test('a name that comes twice counts the first time', () => {
  expect(fields(['需求内容', '诉求'])).toEqual([['text', 0]])
})
test.each([
  ['needs', needColumns],
  ['resources', resourceColumns],
])('no two columns of %s share a name', (_, columns) => {
  const names = columns.flatMap((column) => column.names)
  expect(new Set(names).size).toBe(names.length)
})
