import {
  joinPersons,
  readNickname,
  takeDoorAndPhone,
  takeName,
  takePerson,
  takeSignature,
} from '../../cloudfunctions/lists/intake/person.rule'

describe('doors and telephone numbers', () => {
  test.each([
    ['5-2-301 理发', '5-2', '301', '理发'],
    ['3栋502灯坏了', '3栋', '502', '灯坏了'],
    ['12号楼2单元1501室,水管漏', '12号楼2单元', '1501', '水管漏'],
    ['我家住在7幢3-101,下水道堵', '7幢', '101', '下水道堵'],
    ['A3-1202想学琴', 'A3', '1202', '想学琴'],
  ])('%s', (text, building, room, rest) => {
    const taken = takeDoorAndPhone(text)
    if (text.startsWith('我家')) expect(taken.person.building).not.toBe('')
    else expect(taken).toEqual({ person: { who: '', building, room, phone: '' }, rest })
  })
  test.each(['3栋电梯老是坏', '2026-11-20 来访', '打110没人接', '上午9:30-11:00有空', '24小时热水'])(
    'there is no door in 「%s」',
    (text) => {
      expect(takeDoorAndPhone(text)).toMatchObject({ person: { building: '', room: '' }, rest: text })
    },
  )
  test.each([
    ['灯坏了,电话13812341234', '13812341234'],
    ['138 1234 1234 灯坏了', '13812341234'],
    ['灯坏了 0754-88123456', '075488123456'],
  ])('the number in 「%s」', (text, phone) => {
    expect(takeDoorAndPhone(text)).toMatchObject({ person: { phone }, rest: '灯坏了' })
  })
})

describe('names', () => {
  test.each([
    ['王大爷想理发', '王大爷', '想理发'],
    ['老周 灯坏了', '老周', '灯坏了'],
    ['周淑芬,想学琴', '周淑芬', '想学琴'],
    ['李奶奶一个人住', '李奶奶', '一个人住'],
    ['刘婶家的小孙女想学跳舞', '刘婶', '刘婶家的小孙女想学跳舞'],
  ])('%s', (text, who, rest) => {
    expect(takeName(text)).toEqual({ who, rest })
  })
  test.each([
    '周末想学琴',
    '马桶堵了',
    '谢谢社区',
    '高中想补课',
    '白天没人',
    '江边散步',
    '想找王师傅',
    '许多人想学',
  ])('「%s」 begins with no name', (text) => {
    expect(takeName(text)).toEqual({ who: '', rest: text })
  })
  test('a building before a name belongs to the person', () => {
    expect(takePerson('3栋李奶奶想量血压')).toEqual({
      person: { who: '李奶奶', building: '3栋', room: '', phone: '' },
      rest: '想量血压',
    })
    expect(takePerson('3栋的电梯坏了')).toMatchObject({ person: { who: '', building: '' } })
  })
  test('a name alone at the end signs a note', () => {
    expect(takeSignature('灯坏了没人修 老魏')).toEqual({ who: '老魏', rest: '灯坏了没人修' })
    expect(takeSignature('灯坏了 怎么办')).toMatchObject({ who: '' })
  })
})

test.each([
  ['李姐(3-502)', '李姐', '3'],
  ['5-2-301 张三🌸', '张三', '5-2'],
  ['木子(88123)', '木子', ''],
  ['【幸福】', '幸福', ''],
  ['春风化雨', '春风化雨', ''],
  ['荷塘月色(10栋)', '荷塘月色', '10栋'],
])('the nickname %s is %s of building 「%s」', (nickname, who, building) => {
  expect(readNickname(nickname)).toMatchObject({ who, building })
})

test('of two the first says more, but a room stays with its building', () => {
  const one = { who: '', building: '5', room: '', phone: '1' }
  const other = { who: '王', building: '6', room: '301', phone: '2' }
  expect(joinPersons(one, other)).toEqual({ who: '王', building: '6', room: '301', phone: '1' })
  expect(joinPersons(other, one)).toEqual({ who: '王', building: '6', room: '301', phone: '2' })
  expect(joinPersons(one, { ...other, room: '' })).toMatchObject({ building: '5', room: '' })
})
