import { communityContract } from '../../types/community.contract'
import { people } from '../harness/town'
import { centreId, evening, morning } from './reception-rows'
import { codeOf, openReception, type Reception, topic } from './reception-town'

let town: Reception
const { resident, staff } = people
beforeAll(async () => {
  town = await openReception()
})
afterAll(() => town?.stop())

const leave = () => town.town.ask(communityContract, 'deleteMyAccount', { name: '王小明' }, resident)

test('whoever has a slot to come is expected; what was asked stays under an alias when they leave', async () => {
  const dayId = await town.firstDay()
  await town.done('bookSlot', { centreId, dayId, slot: 1, topic }, resident)
  await town.done('bookSlot', { centreId, dayId, slot: 2, topic: '别人的事' }, staff)
  expect((await leave()).reply.ok).toBe(false)

  await town.clock({ now: evening })
  const [first] = (await town.sheet(dayId)).questions
  await town.answer(dayId, first?.questionId ?? '', '明天换灯头')
  expect((await leave()).reply).toMatchObject({ ok: true })

  const [mine, others] = (await town.sheet(dayId)).questions
  expect(mine).toMatchObject({ name: '已注销', topic, answer: '明天换灯头' })
  expect(others?.name).not.toBe('已注销')
  const day = await town.day(dayId)
  expect(JSON.stringify(day)).not.toContain(resident)
  expect(day).toMatchObject({ left: 10, asked: 2, answered: 1 })
  expect(day.askers).toHaveLength(2)
  expect(day.questions[first?.questionId ?? '']).toMatchObject({ nameSealed: '', phoneSealed: '' })
  const kept = { centreId, dayId, questionId: first?.questionId ?? '', reason: '回电话' }
  expect(await town.done('askerContact', kept, staff)).toEqual({ name: '', phone: '' })
  await town.clock({ now: morning })
  expect(codeOf(await town.book(dayId, 3, resident))).toBe('COMMON.NOT_RESIDENT')
})
