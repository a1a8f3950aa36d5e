import { receptionFigures, receptionTextOf } from '../../types/hall.reception-text'
import { evening } from './reception-rows'

const facts = {
  centreName: '金桂社区',
  title: '居民夜谈',
  day: '2026-11-26',
  host: '周书记',
  asked: 35,
  answered: 30,
  listed: 5,
}

test('the group reads what was asked, answered on the spot and listed, and when the next one is', () => {
  const next = { title: '居民夜谈', startsAt: evening, place: '社区议事厅' }
  expect(receptionTextOf({ ...facts, next })).toBe(
    [
      '【金桂社区】11月26日 居民夜谈',
      '周书记在场,问了 35 件,当场答复 30 件,列入问题清单 5 件',
      '清单上的事 5 个工作日内办,办完请提的人确认才销号',
      '进度:打开小程序「议事」看「我的问题」',
      '下一次:11月26日(周四) 19:00 居民夜谈 社区议事厅,点开群里的卡片约时段',
    ].join('\n'),
  )
})

test('nothing is said of what there was none of', () => {
  expect(receptionTextOf({ ...facts, asked: 2, answered: 2, listed: 0 })).toBe(
    '【金桂社区】11月26日 居民夜谈\n周书记在场,问了 2 件,当场答复 2 件',
  )
})

test.each([
  [0, 0, 0, '没有人来问'],
  [1, 1, 0, '问了 1 件,当场答复 1 件'],
  [3, 0, 3, '问了 3 件,列入问题清单 3 件'],
])('%i asked, %i answered, %i listed: %s', (asked, answered, listed, text) => {
  expect(receptionFigures({ asked, answered, listed })).toBe(text)
})
