import { people } from '../harness/town'
import { centreId, evening } from './reception-rows'
import type { Reception } from './reception-town'

const { staff, secretary } = people
const measure = { measure: '约物业现场看', units: ['金桂物业'], officer: staff }

/**
 * The evening of a night talk, nearly over: of twelve slots two were given back and one asker did not come, 26 more
 * came to the door. 29 were answered on the spot and 4 listed; the last two of the door are left to be dealt with.
 */
export const busyEvening = async (town: Reception) => {
  const dayId = await town.firstDay()
  const neighbours = await town.crowd('neighbour', 12)
  for (const [n, openid] of neighbours.entries()) {
    await town.done('bookSlot', { centreId, dayId, slot: n + 1, topic: `第 ${n + 1} 件事` }, openid)
  }
  for (const openid of neighbours.slice(0, 2)) await town.done('cancelSlot', { centreId, dayId }, openid)
  await town.clock({ now: evening })
  for (let n = 1; n <= 26; n += 1) await town.door(dayId, { topic: `门口第 ${n} 件`, name: `来客${n}` })

  const [absent = '', ...others] = (await town.sheet(dayId)).questions.map(({ questionId }) => questionId)
  const [toList, toAnswer] = [others.slice(0, 4), others.slice(4, -2)]
  const keys = (questionId: string) => ({ centreId, dayId, questionId })
  await town.done('answerQuestion', { ...keys(absent), outcome: 'absent', answer: '' }, staff)
  for (const [n, questionId] of toList.entries()) {
    const text = `清单第 ${n + 1} 件`
    await town.done('listQuestion', { ...keys(questionId), ...measure, text }, secretary)
  }
  for (const [n, questionId] of toAnswer.entries()) await town.answer(dayId, questionId, `答复 ${n + 1}`)
  return { dayId, neighbours, measure, last: others.slice(-2) }
}

/** What the group reads of it. */
export const eveningText = [
  '【金桂社区】11月26日 居民夜谈',
  '周书记在场,问了 35 件,当场答复 30 件,列入问题清单 5 件',
  '清单上的事 5 个工作日内办,办完请提的人确认才销号',
  '进度:打开小程序「议事」看「我的问题」',
  '下一次:12月3日(周四) 19:00 居民夜谈 社区议事厅,点开群里的卡片约时段',
].join('\n')
