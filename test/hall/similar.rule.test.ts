import { similarTo } from '../../cloudfunctions/hall/matter/similar.rule'

const rows = [
  { text: '5栋楼下路灯坏了,晚上看不见', place: '5栋楼下' },
  { text: '小区东门的路灯不亮', place: '东门' },
  { text: '楼道里堆满了纸箱', place: '7栋' },
  { text: '希望能加装电梯', place: '5栋' },
  { text: '广场舞音乐太吵,晚上睡不着', place: '广场' },
]
const texts = (text: string, place = '') => similarTo({ text, place }, rows).map((row) => row.text)

test('the same thing in other words is found, the likest first', () => {
  expect(texts('5栋楼下的路灯不亮', '5栋楼下')).toEqual([rows[0]?.text, rows[1]?.text])
})

test('something else is not, though it is in the same place', () => {
  expect(texts('地下车库漏水', '5栋楼下')).toEqual([])
})

test('the same place decides what words alone leave open', () => {
  expect(texts('路灯坏了要修', '别处')).toEqual([])
  expect(texts('路灯坏了要修', '5栋 楼下。')).toEqual([rows[0]?.text])
})

test('marks, blanks and particles do not count', () => {
  expect(texts('希望,能!加装 电梯吗?')).toEqual([rows[3]?.text])
})

test('at most five are shown; of equally like ones the first', () => {
  const same = Array.from({ length: 7 }, (_one, at) => ({ text: '楼下路灯不亮', place: '', at }))
  expect(similarTo({ text: '楼下路灯不亮', place: '' }, same).map(({ at }) => at)).toEqual([0, 1, 2, 3, 4])
})

test('a text of one character is like nothing, and breaks nothing', () => {
  expect(similarTo({ text: '灯', place: '' }, [{ text: '灯', place: '' }])).toEqual([])
})
