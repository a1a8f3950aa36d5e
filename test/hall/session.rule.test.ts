import { orderOf } from '../../cloudfunctions/_kit/ids'
import {
  agendaOf,
  areHours,
  badAgenda,
  edited,
  hasMoved,
  mattersOn,
  mostParties,
  remindAtOf,
  todaysOrder,
  whyNotEdited,
} from '../../cloudfunctions/hall/session/session.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { day, itemRow, morning, partyRow, sessionRow } from './session-rows'

const hour = 3_600_000
const at = (ms: number) => asInstant(morning + ms)
const session = sessionRow()
const evening = session.startsAt

test('three hundred fit on a list', () => {
  expect(mostParties).toBe(300)
})

test.each([
  ['a moment ahead', 1, hour, true],
  ['now', 0, hour, false],
  ['past', -1, hour, false],
  ['as long as it takes', day, 12 * hour, true],
  ['longer', day, 12 * hour + 1, false],
  ['no time at all', day, 0, false],
  ['backwards', day, -hour, false],
  ['in a year', 366 * day, hour, true],
  ['later than that', 366 * day + 1, hour, false],
])('hours: %s', (_what, from, length, can) => {
  expect(areHours({ startsAt: at(from), endsAt: at(from + length) }, morning)).toBe(can)
})

test('the reminder comes at six the evening before, or not at all when that evening has begun', () => {
  const before = instantOf('2026-12-04' as ShanghaiDay, 18 * 60)
  expect(remindAtOf(evening, morning)).toBe(before)
  expect(remindAtOf(evening, asInstant(before - 1))).toBe(before)
  expect(remindAtOf(evening, before)).toBe(0)
})

test('today begins at midnight in China', () => {
  const midnight = instantOf('2026-12-01' as ShanghaiDay, 0)
  expect(todaysOrder(morning)).toBe(orderOf(midnight, ''))
  expect(orderOf(midnight, 'x') > todaysOrder(morning)).toBe(true)
  expect(orderOf(midnight - 1, 'x') < todaysOrder(morning)).toBe(true)
})

describe('an agenda', () => {
  const known = [itemRow('a', { text: '说了', outcome: 'continued', matterId: 'm' })]
  test('keeps what was written of items it knows, in the order of the plan', () => {
    const planned = [
      { title: '新的', minutes: 10 },
      { itemId: 'a', title: '老的', minutes: 5 },
    ]
    const [first, second, ...more] = agendaOf(planned, known, 'request')
    expect(first).toMatchObject({
      title: '新的',
      minutes: 10,
      text: '',
      outcome: '',
      decisions: [],
      matterId: '',
    })
    expect(second).toEqual({ ...known[0], title: '老的', minutes: 5, matterId: '' })
    expect(more).toEqual([])
  })
  test('gives new items ids of request and place, so that a repeat makes the same', () => {
    const two = [
      { title: '一', minutes: 1 },
      { title: '二', minutes: 1 },
    ]
    const ids = (key: string) => agendaOf(two, [], key).map(({ itemId }) => itemId)
    expect(new Set(ids('request')).size).toBe(2)
    expect(ids('request')).toEqual(ids('request'))
    expect(ids('other')).not.toEqual(ids('request'))
  })
  test('names its matters, and a matter only once', () => {
    const item = (matterId?: string) => ({ matterId, title: '', minutes: 1 })
    expect(mattersOn([item('a'), item(), item(''), item('b')])).toEqual(['a', 'b'])
    expect(badAgenda([item('a'), item('b'), item(), item(''), item('')])).toBeUndefined()
    expect(badAgenda([item('a'), item('b'), item('a')])).toEqual({
      'agenda.2.matterId': '这件议题已经在议程里',
    })
  })
})

describe('an edit', () => {
  const plan = { startsAt: session.startsAt, endsAt: session.endsAt, agenda: [], parties: [] }
  const why = (
    changed: Partial<typeof session>,
    planned: Partial<typeof plan> & object = {},
    now = morning,
  ) => whyNotEdited(sessionRow(changed), { ...plan, ...planned }, 1, now)
  test('is refused when the session is over, or somebody else was faster', () => {
    expect(why({})).toBeUndefined()
    expect(why({ state: 'draft' })).toBeUndefined()
    expect(why({ state: 'held' })).toEqual({ refused: 'HALL.SESSION_OVER' })
    expect(why({ state: 'cancelled' })).toEqual({ refused: 'HALL.SESSION_OVER' })
    expect(why({ changes: 2 })).toEqual({ refused: 'COMMON.CHANGED' })
  })
  test('knows every item and every invited party it names', () => {
    const item = (itemId?: string) => ({ agenda: [{ title: '', minutes: 1, ...(itemId && { itemId }) }] })
    const party = (key?: string) => ({ parties: [key ? { key } : {}] })
    const changed = { refused: 'COMMON.CHANGED' }
    const two = sessionRow({ agenda: [itemRow('item'), itemRow('other')] })
    const check = (planned: object) => whyNotEdited(two, { ...plan, ...planned }, 1, morning)
    expect([check(item('item')), check(item()), check(item('gone'))]).toEqual([undefined, undefined, changed])
    expect([check(party('builder')), check(party()), check(party('gone'))]).toEqual([
      undefined,
      undefined,
      changed,
    ])
    const joined = sessionRow({ parties: { anna: partyRow({ source: 'joined' }) } })
    expect(whyNotEdited(joined, { ...plan, ...party('anna') }, 1, morning)).toEqual(changed)
  })
  test('may leave the times of a session that runs, and make it longer, but not move it into the past', () => {
    const running = asInstant(evening + hour)
    expect(why({}, {}, running)).toBeUndefined()
    expect(why({}, { endsAt: asInstant(session.endsAt + hour) }, running)).toBeUndefined()
    expect(why({}, { endsAt: session.startsAt }, running)).toEqual({ refused: 'HALL.WRONG_HOURS' })
    expect(why({}, { startsAt: asInstant(evening - 1) }, running)).toEqual({ refused: 'HALL.WRONG_HOURS' })
    expect(why({}, { startsAt: at(-1) })).toEqual({ refused: 'HALL.WRONG_HOURS' })
  })

  const { title, startsAt, endsAt, place, quorum, open, buildings, agenda, parties } = session
  const same = { title, startsAt, endsAt, place, quorum, open, buildings, agenda, rows: parties }
  test('that changes nothing moves nothing', () => {
    expect(edited(session, same, morning)).toEqual({
      fields: {
        ...{ title, startsAt, endsAt, place, quorum, open, buildings, agenda },
        ...{ left: 299, present: 0, order: orderOf(startsAt, 'session') },
      },
      gone: [],
      moved: false,
      toAnnounce: [],
    })
  })
  test('counts rows that come and go, and those of them who were there', () => {
    const before = sessionRow({
      parties: {
        here: partyRow({ presentAt: at(0) }),
        there: partyRow(),
        joined: partyRow({ source: 'joined' }),
      },
      ...{ left: 297, present: 1 },
    })
    const rows = { there: partyRow(), one: partyRow(), two: partyRow() }
    expect(edited(before, { ...same, rows }, morning)).toMatchObject({
      fields: { left: 296, present: 0 },
      gone: ['here'],
    })
    expect(edited(before, { ...same, rows: {} }, morning)).toMatchObject({
      fields: { left: 299, present: 0 },
      gone: ['here', 'there'],
    })
  })
  test('of time or place moves an announced session and its reminder, and its matters hear of it', () => {
    const about = [itemRow('item', { matterId: 'm' }), itemRow('two')]
    const before = sessionRow({ agenda: about })
    const later = {
      ...same,
      agenda: about,
      startsAt: asInstant(startsAt + day),
      endsAt: asInstant(endsAt + day),
    }
    expect(edited(before, later, morning)).toMatchObject({
      fields: { remindAt: remindAtOf(later.startsAt, morning), order: orderOf(later.startsAt, 'session') },
      moved: true,
      toAnnounce: ['m'],
    })
    expect(edited(before, { ...same, agenda: about, place: '树下' }, morning).moved).toBe(true)
    expect(edited(before, { ...same, agenda: about }, morning)).toMatchObject({
      moved: false,
      toAnnounce: [],
    })
    const draft = sessionRow({ state: 'draft', agenda: about })
    const unannounced = edited(draft, later, morning)
    expect(unannounced).toMatchObject({ moved: false, toAnnounce: [] })
    expect(unannounced.fields).not.toHaveProperty('remindAt')
  })
  test('that puts a matter on the agenda announces that one only', () => {
    const before = sessionRow({ agenda: [itemRow('item', { matterId: 'old' })] })
    const more = [...before.agenda, itemRow('new', { matterId: 'new' })]
    expect(edited(before, { ...same, agenda: more }, morning)).toMatchObject({
      moved: false,
      toAnnounce: ['new'],
    })
  })
  test('moves people when place or start differ, not when it only lasts longer', () => {
    expect(hasMoved(session, session)).toBe(false)
    expect(hasMoved(session, { ...session, place: '树下' })).toBe(true)
    expect(hasMoved(session, { ...session, startsAt: at(0) })).toBe(true)
  })
})
