import { readSheet } from 'read-excel-file/node'
import { communityContract } from '../../types/community.contract'
import { people } from '../harness/town'
import { centreId, evening, morning } from './reception-rows'
import { codeOf, openReception, type Reception, topic } from './reception-town'

let town: Reception
let dayId = ''
const { resident, staff } = people
beforeAll(async () => {
  town = await openReception()
  dayId = await town.firstDay()
  await town.done('bookSlot', { centreId, dayId, slot: 1, topic }, resident)
  await town.done('bookSlot', { centreId, dayId, slot: 2, topic: '别人的事' }, staff)
})
afterAll(() => town?.stop())

const leave = (requestId: string, headers: Record<string, string> = {}) =>
  town.town.ask(communityContract, 'deleteMyAccount', { name: '王小明' }, resident, { requestId, headers })
const exported = async (): Promise<string> => {
  const { url } = await town.town.done(communityContract, 'exportMyData', {}, resident)
  const file = Buffer.from(await (await fetch(new URL(url, town.town.cloud.url))).arrayBuffer())
  return JSON.stringify(await readSheet(file))
}

test('whoever has a slot to come is expected', async () => {
  expect((await leave('leaving-too-early')).reply).toMatchObject({ code: 'COMMUNITY.STILL_EXPECTED' })
  expect(await exported()).toContain(`${topic} 等着问`)
})

test('what one asked stands in the export of one’s own data, with the answer, and nobody else’s', async () => {
  await town.clock({ now: evening })
  const [first] = (await town.sheet(dayId)).questions
  await town.answer(dayId, first?.questionId ?? '', '明天换灯头')
  const text = await exported()
  expect(text).toContain(`${topic} 当场答复:明天换灯头`)
  expect(text).not.toContain('别人的事')
})

test('what was asked stays under an alias when they leave, once, wherever the function died', async () => {
  for (const writes of [0, 1, 2, 3, 4]) {
    await leave('leaving-for-good', { 'x-crash-after-writes': String(writes) })
    await town.clock({ advance: 31_000 })
  }
  expect((await leave('leaving-for-good')).reply).toMatchObject({ ok: true, data: { deleted: true } })

  const [mine, others] = (await town.sheet(dayId)).questions
  expect(mine).toMatchObject({ name: '已注销', topic, answer: '明天换灯头' })
  expect(others?.name).not.toBe('已注销')
  const day = await town.day(dayId)
  expect(JSON.stringify(day)).not.toContain(resident)
  expect(day).toMatchObject({ left: 10, asked: 2, answered: 1, askers: { length: 2 } })
  expect(day.questions[mine?.questionId ?? '']).toMatchObject({ nameSealed: '', phoneSealed: '' })
  const kept = { centreId, dayId, questionId: mine?.questionId ?? '', reason: '回电话' }
  expect(await town.done('askerContact', kept, staff)).toEqual({ name: '', phone: '' })
  await town.clock({ now: morning })
  expect(codeOf(await town.book(dayId, 3, resident))).toBe('COMMON.NOT_RESIDENT')
})
