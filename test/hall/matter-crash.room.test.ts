import { randomUUID } from 'node:crypto'
import { type MatterHall, neighbour, openMatterHall } from './matter-hall'
import { morning } from './matter-rows'
import { about, lamp, writes } from './matter-writes'

let hall: MatterHall
beforeAll(async () => {
  hall = await openMatterHall()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock(morning))

describe('killed at a write and asked again', () => {
  test.each(writes)('$action is done once and answers the same twice', async (one) => {
    for (let n = 0; n <= one.writes + 2; n += 1) {
      const matterId = await one.prepare(hall)
      const { changes, story } = await hall.matter(matterId)
      const requestId = randomUUID()
      const call = (headers?: Record<string, string>) =>
        hall.ask(one.action, one.input(matterId, changes), one.by, { requestId, ...(headers && { headers }) })
      const cut = await call({ 'x-crash-after-writes': String(n) })
      expect([one.action, n, cut.status === 200]).toEqual([one.action, n, n > one.writes + 1])
      const [first, second] = [await call(), await call()]
      expect(first.reply.ok && first.reply.data).toBeTruthy()
      expect(second.reply.ok && second.reply.data).toEqual(first.reply.ok && first.reply.data)
      const after = await hall.matter(matterId)
      expect([after.changes, after.story.length]).toEqual([changes + 1, story.length + 1])
    }
  })

  test('raising: one matter, however often', async () => {
    for (let n = 0; n <= 3; n += 1) {
      const requestId = randomUUID()
      const text = `第 ${n} 次死掉的路灯`
      const raise = (headers?: Record<string, string>) =>
        hall.ask('raiseMatter', { ...lamp, text }, neighbour, { requestId, ...(headers && { headers }) })
      expect((await raise({ 'x-crash-after-writes': String(n) })).status === 200).toBe(n === 3)
      const [first, second] = [await raise(), await raise()]
      expect(second.reply).toMatchObject({ data: first.reply.ok && first.reply.data })
      expect((await hall.rows('matters', { by: neighbour, text })).length).toBe(1)
    }
  })

  test('「我也是」: one more, once', async () => {
    for (let n = 0; n <= 3; n += 1) {
      const matterId = await hall.raised()
      const requestId = randomUUID()
      const back = (headers?: Record<string, string>) =>
        hall.ask('backMatter', about(matterId), neighbour, { requestId, ...(headers && { headers }) })
      expect((await back({ 'x-crash-after-writes': String(n) })).status === 200).toBe(n === 3)
      expect((await back()).reply).toMatchObject({ data: { backing: 1 } })
      expect((await hall.matter(matterId)).backers).toEqual([neighbour])
    }
  })
})
