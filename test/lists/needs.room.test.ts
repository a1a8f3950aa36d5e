import { randomUUID } from 'node:crypto'
import { listsContract } from '../../types/lists.contract'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf, haircut, wish } from './desk'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

const { staff, resident, pending } = people
const refused = (code: string) => ({ ok: false, code })

describe('needs', () => {
  test('a resident states one, sees it, and the staff see who it is, masked', async () => {
    const before = await desk.counts()
    const needId = await desk.stateNeed('想学用手机')
    expect(await desk.needState(needId)).toBe('open')
    const mine = await town.done(listsContract, 'myNeeds', { centreId }, resident)
    expect(mine.rows[0]).toMatchObject({ id: needId, text: '想学用手机', source: 'self' })
    expect(mine.rows[0]?.person).toBeUndefined()
    const { rows } = await town.done(listsContract, 'needs', { centreId, state: 'open' }, staff)
    expect(rows[0]).toMatchObject({ id: needId, person: '王*明' })
    expect(await desk.counts()).toEqual({ ...before, open: before.open + 1 })
  })
  test('somebody whose household is not approved yet may state one too', async () => {
    expect((await town.ask(listsContract, 'stateNeed', { centreId, ...wish }, pending)).reply.ok).toBe(true)
  })
  test('the same request states one need, also twenty times at once', async () => {
    const before = await desk.counts()
    const requestId = randomUUID()
    const taps = await Promise.all(
      Array.from({ length: 20 }, () =>
        town.ask(listsContract, 'stateNeed', { centreId, ...wish }, resident, { requestId }),
      ),
    )
    const ids = taps.map(({ reply }) => (reply.ok ? reply.data.needId : reply.code))
    expect(new Set(ids).size).toBe(1)
    expect((await desk.counts()).open).toBe(before.open + 1)
  })
  test('words WeChat refuses are not kept', async () => {
    const before = await desk.counts()
    const { reply } = await town.ask(
      listsContract,
      'stateNeed',
      { centreId, ...wish, text: '一起来赌博' },
      resident,
    )
    expect(reply).toMatchObject(refused('COMMON.TEXT_REFUSED'))
    expect(await desk.counts()).toEqual(before)
  })
  test('the staff enter one for somebody', async () => {
    const { needId } = await town.done(
      listsContract,
      'enterNeed',
      { centreId, ...wish, source: 'visit', person: '赵大爷', building: '3', room: '201', weekdays: [6] },
      staff,
    )
    const { rows } = await town.done(listsContract, 'needs', { centreId, state: 'open' }, staff)
    expect(rows.find(({ id }) => id === needId)).toMatchObject({
      person: '赵*爷',
      source: 'visit',
      weekdays: [6],
    })
    expect(JSON.stringify(rows)).not.toContain('赵大爷')
  })
  test('one withdraws one’s own open need, once, and nobody else’s', async () => {
    const needId = await desk.stateNeed()
    const before = await desk.counts()
    const withdraw = (by: string) => town.ask(listsContract, 'withdrawNeed', { centreId, needId }, by)
    expect((await withdraw(pending)).reply).toMatchObject(refused('COMMON.NOT_FOUND'))
    expect((await withdraw(resident)).reply.ok).toBe(true)
    expect((await withdraw(resident)).reply).toMatchObject(refused('LISTS.ALREADY_DECIDED'))
    expect(await desk.needState(needId)).toBe('withdrawn')
    expect((await desk.counts()).open).toBe(before.open - 1)
  })
  test('pages follow each other without gaps or repeats', async () => {
    const many = await desk.crowd('pages', 1)
    const by = many[0] ?? ''
    const ids: string[] = []
    for (let n = 0; n < 43; n += 1) ids.unshift(await desk.stateNeed(`第${n}条`, by))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await town.done(listsContract, 'myNeeds', { centreId, ...(after && { after }) }, by)
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(seen).toEqual(ids)
  })
})

describe('resources', () => {
  test('one is added, listed with its contact masked, and revealed with a reason', async () => {
    const resourceId = await desk.addResource()
    const { rows } = await town.done(listsContract, 'resources', { centreId }, staff)
    expect(rows[0]).toMatchObject({ id: resourceId, contact: '陈*傅 138****1234', paused: false })
    const reveal = { centreId, resourceId, reason: '约时间' }
    const requestId = randomUUID()
    for (const _ of [1, 2]) {
      const { reply } = await town.ask(listsContract, 'revealContact', reveal, staff, { requestId })
      expect(reply).toMatchObject({ ok: true, data: { contact: '陈师傅 13812341234' } })
    }
  })
  test('one is changed; a contact that is not named stays', async () => {
    const resourceId = await desk.addResource()
    const { contact: _kept, ...facts } = haircut
    const edit = { ...facts, resourceId, title: '上门理发', homeVisit: true, paused: true }
    for (const _ of [1, 2]) await town.done(listsContract, 'editResource', edit, staff)
    const { rows } = await town.done(listsContract, 'resources', { centreId }, staff)
    expect(rows.find(({ id }) => id === resourceId)).toMatchObject({
      title: '上门理发',
      homeVisit: true,
      paused: true,
      contact: '陈*傅 138****1234',
    })
  })
})
