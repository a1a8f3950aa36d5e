import {
  centreId,
  day,
  matterRow,
  morning,
  neighbours,
  openSessionHall,
  planned,
  resident,
  residentElsewhere,
  type SessionHall,
  staff,
  staffElsewhere,
  stranger,
  volunteer,
} from './session-hall'

const [anna, bert, carl] = ['neighbour-0', 'neighbour-1', 'neighbour-2'] as const
const hour = 3_600_000
const friday = morning + 4 * day + 10 * hour

let hall: SessionHall
let matters = 0
const matter = async (facts: Parameters<typeof matterRow>[1] = {}): Promise<string> => {
  matters += 1
  await hall.plant('matters', [matterRow(`matter-${matters}`, facts)])
  return `matter-${matters}`
}
const about = (matterId: string) => ({ agenda: [{ matterId, title: '5栋加装电梯', minutes: 60 }] })
const code = async (action: () => Promise<{ reply: { ok: boolean } }>): Promise<unknown> => {
  const { reply } = await action()
  return 'code' in reply ? reply.code : 'done'
}
const toldOf = async (sessionId: string, title: string): Promise<readonly string[]> =>
  (await hall.rows('notices', { page: `/hall/resident/session-page?sessionId=${sessionId}` }))
    .filter((notice) => notice.title.includes(title))
    .map(({ to }) => to)
    .toSorted()

beforeAll(async () => {
  hall = await openSessionHall()
  await hall.plant('residents', neighbours(3))
})
beforeEach(() => hall.clock({ now: morning }))
afterAll(() => hall?.stop())

describe('planning', () => {
  test('a draft is the staff’s alone, with its parties masked', async () => {
    const sessionId = await hall.draft()
    const seen = await hall.done('sessionOfStaff', { centreId, sessionId }, staff)
    expect(seen).toMatchObject({
      state: 'draft',
      title: '5栋加装电梯协商',
      buildings: ['5栋'],
      changes: 0,
      agenda: [{ title: '听施工方介绍方案', minutes: 30, matterId: '', outcome: '' }],
      parties: [{ role: 'builder', title: '演示电梯公司', name: '周*程', rsvp: 'none', present: false }],
      attended: [{ role: 'builder', present: 0, invited: 1 }],
    })
    expect(JSON.stringify(await hall.session(sessionId))).not.toContain('周工程')
    for (const action of ['session', 'rsvp', 'checkInToSession'] as const) {
      const input = { centreId, sessionId, coming: true, code: '123456' }
      const { coming, code: digits, ...rest } = input
      const asked = { session: rest, rsvp: { ...rest, coming }, checkInToSession: { ...rest, code: digits } }
      expect([action, await code(() => hall.ask(action, asked[action], anna))]).toEqual([
        action,
        'COMMON.NOT_FOUND',
      ])
    }
    const { rows } = await hall.done('sessions', { centreId, show: 'coming' }, anna)
    expect(rows.map((row) => row.sessionId)).not.toContain(sessionId)
  })

  test('an edit keeps what is known of items and parties, and takes away what is gone', async () => {
    const sessionId = await hall.draft()
    const { agenda, parties } = await hall.done('sessionOfStaff', { centreId, sessionId }, staff)
    const [item, party] = [agenda[0], parties[0]]
    await hall.done(
      'saveSession',
      planned({
        sessionId,
        title: '第一次协商',
        agenda: [
          { title: '业主说说想法', minutes: 20 },
          { itemId: item?.itemId ?? '', title: '看方案', minutes: 40 },
        ],
        parties: [
          { key: party?.key ?? '', role: 'builder', title: '演示电梯公司', name: party?.name ?? '' },
          { role: 'expert', title: '结构专家', name: '吴' },
        ],
      }),
      staff,
    )
    const row = await hall.session(sessionId)
    expect(row).toMatchObject({
      changes: 1,
      left: 298,
      agenda: [{ title: '业主说说想法' }, { title: '看方案' }],
    })
    expect(row.agenda[1]?.itemId).toBe(item?.itemId)
    expect(row.parties[party?.key ?? '']).toMatchObject({ nameMasked: '周*程' })
    await hall.done('saveSession', planned({ sessionId, seen: 1, parties: [] }), staff)
    expect(await hall.session(sessionId)).toMatchObject({ parties: {}, left: 300, changes: 2 })
  })

  test('two who edit at once notice each other', async () => {
    const sessionId = await hall.draft()
    const edits = ['第一种', '第二种'].map((title) =>
      code(() => hall.ask('saveSession', planned({ sessionId, title }), staff)),
    )
    expect((await Promise.all(edits)).toSorted()).toEqual(['COMMON.CHANGED', 'done'])
  })

  test.each([
    ['an end before the start', { endsAt: friday - hour }, 'HALL.WRONG_HOURS'],
    ['a start in the past', { startsAt: morning - hour }, 'HALL.WRONG_HOURS'],
    ['a matter nobody knows', about('no-such-matter'), 'HALL.UNKNOWN_MATTER'],
    ['no agenda', { agenda: [] }, 'COMMON.BAD_INPUT'],
    ['an item that is gone', { agenda: [{ itemId: 'x', title: 'x', minutes: 1 }] }, 'done'],
  ])('%s', async (_what, facts, answer) => {
    expect(await code(() => hall.ask('saveSession', planned({ startsAt: friday, ...facts }), staff))).toBe(
      answer,
    )
  })

  test('a matter stands once on an agenda, and has to be under way', async () => {
    const [one, closed] = [await matter(), await matter({ state: 'closed' })]
    const twice = planned({ agenda: [...about(one).agenda, ...about(one).agenda] })
    expect(await code(() => hall.ask('saveSession', twice, staff))).toBe('COMMON.BAD_INPUT')
    expect(await code(() => hall.ask('saveSession', planned(about(closed)), staff))).toBe(
      'HALL.UNKNOWN_MATTER',
    )
  })

  test('others may not: a resident, a volunteer, a stranger, staff of another centre', async () => {
    const sessionId = await hall.draft()
    for (const who of [resident, volunteer, stranger, staffElsewhere]) {
      expect(await code(() => hall.ask('saveSession', planned({ sessionId }), who))).toBe(
        'COMMON.NOT_ALLOWED',
      )
      expect(await code(() => hall.ask('sessionOfStaff', { centreId, sessionId }, who))).toBe(
        'COMMON.NOT_ALLOWED',
      )
    }
    const elsewhere = { centreId: 'hudong.chunjiang.yinxing', sessionId }
    const asked = [
      hall.ask('sessionOfStaff', elsewhere, staffElsewhere),
      hall.ask('saveSession', { ...planned(), ...elsewhere }, staffElsewhere),
      hall.ask('announceSession', { ...elsewhere, seen: 0 }, staffElsewhere),
      hall.ask('cancelSession', { ...elsewhere, reason: '停电' }, staffElsewhere),
      hall.ask('sessionCode', elsewhere, staffElsewhere),
      hall.ask('markPresent', { ...elsewhere, key: 'x', present: true }, staffElsewhere),
      hall.ask('addParty', { ...elsewhere, role: 'owner', title: '5栋', name: '' }, staffElsewhere),
      hall.ask('saveSessionFiles', { ...elsewhere, photos: [], attachments: [] }, staffElsewhere),
      hall.ask('closeSession', { ...elsewhere, seen: 0 }, staffElsewhere),
    ]
    for (const { reply } of await Promise.all(asked)) {
      expect(reply).toMatchObject({ ok: false, code: 'COMMON.NOT_FOUND' })
    }
    expect(await hall.session(sessionId)).toMatchObject({ state: 'draft', changes: 0 })
  })
})

describe('announcing', () => {
  test('tells the buildings that are asked and those who raised and backed the matter, and writes its story', async () => {
    const matterId = await matter({ backers: [volunteer] })
    const sessionId = await hall.draft({ startsAt: friday, ...about(matterId) })
    expect(await hall.done('announceSession', { centreId, sessionId, seen: 0 }, staff)).toEqual({ told: 5 })
    expect(await toldOf(sessionId, '请您来')).toEqual([anna, bert, carl, resident, volunteer].toSorted())
    expect(await hall.row('matters', matterId)).toMatchObject({
      done: ['assign', 'announce'],
      sessions: [],
      story: [
        {
          kind: 'announce',
          about: sessionId,
          text: '第 1 次议事会定在 12月5日(周六) 19:00,社区议事厅',
          by: staff,
        },
      ],
    })
    expect(await code(() => hall.ask('announceSession', { centreId, sessionId, seen: 1 }, staff))).toBe(
      'COMMON.CHANGED',
    )
    expect(await toldOf(sessionId, '请您来')).toHaveLength(5)
  })

  test('not later than the procedure says, counted in days of the calendar', async () => {
    const matterId = await matter()
    const sessionId = await hall.draft({ startsAt: friday, ...about(matterId) })
    await hall.clock({ now: friday - 2 * day })
    const announce = () => hall.ask('announceSession', { centreId, sessionId, seen: 0 }, staff)
    expect(await code(announce)).toBe('HALL.TOO_LATE_TO_ANNOUNCE')
    expect((await hall.row('matters', matterId)).done).toEqual(['assign'])
    await hall.clock({ now: friday - 3 * day })
    expect(await code(announce)).toBe('done')
  })

  test('not while an earlier step of a matter is not done', async () => {
    const { procedure, ...facts } = matterRow('')
    const steps = ['assign', 'consult', 'announce', 'meet', 'minutes', 'resolve', 'answer'] as const
    const matterId = await matter({ done: facts.done, procedure: procedure && { ...procedure, steps } })
    const sessionId = await hall.draft(about(matterId))
    expect(await code(() => hall.ask('announceSession', { centreId, sessionId, seen: 0 }, staff))).toBe(
      'HALL.NOT_THIS_STEP',
    )
    expect(await hall.session(sessionId)).toMatchObject({ state: 'draft', changes: 0 })
  })

  test('not when a matter was answered or withdrawn since', async () => {
    const matterId = await matter()
    const sessionId = await hall.draft(about(matterId))
    await hall.set('matters', matterId, { state: 'withdrawn' })
    expect(await code(() => hall.ask('announceSession', { centreId, sessionId, seen: 0 }, staff))).toBe(
      'HALL.UNKNOWN_MATTER',
    )
  })

  test('another time is told once more, keeps who comes and moves the reminder', async () => {
    const matterId = await matter()
    const sessionId = await hall.announced({ startsAt: friday, ...about(matterId) })
    await hall.done('rsvp', { centreId, sessionId, coming: true }, anna)
    const { agenda } = await hall.session(sessionId)
    const moved = planned({
      ...{ sessionId, seen: 1, startsAt: friday + day, endsAt: friday + day + hour },
      ...{ agenda: [{ itemId: agenda[0]?.itemId ?? '', matterId, title: '电梯', minutes: 60 }], parties: [] },
    })
    await hall.done('saveSession', moved, staff)
    expect(await hall.session(sessionId)).toMatchObject({
      ...{ coming: 1, left: 299, changes: 2, startsAt: friday + day },
      remindAt: friday - hour,
    })
    expect(await toldOf(sessionId, '改了时间')).toEqual([anna, bert, carl])
    expect((await hall.row('matters', matterId)).story.at(-1)?.text).toBe(
      '第 1 次议事会改到 12月6日(周日) 19:00,社区议事厅',
    )
    await hall.done('saveSession', { ...moved, seen: 2, title: '电梯二' }, staff)
    expect(await toldOf(sessionId, '改了时间')).toHaveLength(3)
    const early = { ...moved, seen: 3, startsAt: morning + 2 * day, endsAt: morning + 2 * day + hour }
    expect(await code(() => hall.ask('saveSession', early, staff))).toBe('HALL.TOO_LATE_TO_ANNOUNCE')
  })

  test('a matter put on the agenda of an announced session is announced too', async () => {
    const sessionId = await hall.announced({ startsAt: friday })
    const [inTime, late] = [await matter(), await matter()]
    const before = await hall.session(sessionId)
    const item = { itemId: before.agenda[0]?.itemId ?? '', title: '方案', minutes: 30 }
    const facts = { sessionId, startsAt: friday, parties: [] }
    await hall.done(
      'saveSession',
      planned({ ...facts, seen: 1, agenda: [item, ...about(inTime).agenda] }),
      staff,
    )
    expect((await hall.row('matters', inTime)).done).toEqual(['assign', 'announce'])
    expect(await toldOf(sessionId, '改了时间')).toEqual([])
    await hall.clock({ now: friday - day })
    const { agenda } = await hall.session(sessionId)
    const items = agenda.map(({ itemId, matterId, title, minutes }) => ({
      ...{ itemId, title, minutes },
      ...(matterId !== '' && { matterId }),
    }))
    const more = planned({ ...facts, seen: 2, agenda: [...items, ...about(late).agenda] })
    expect(await code(() => hall.ask('saveSession', more, staff))).toBe('HALL.TOO_LATE_TO_ANNOUNCE')
  })

  test('calling off tells those who were asked but stay away, and the story says why', async () => {
    const matterId = await matter({ by: '' })
    const sessionId = await hall.announced(about(matterId))
    await hall.done('rsvp', { centreId, sessionId, coming: true }, anna)
    await hall.done('rsvp', { centreId, sessionId, coming: false }, bert)
    expect(await hall.done('cancelSession', { centreId, sessionId, reason: '停电' }, staff)).toEqual({
      told: 2,
    })
    expect(await toldOf(sessionId, '取消')).toEqual([anna, carl])
    expect((await hall.row('matters', matterId)).story.at(-1)?.text).toBe(
      '原定 12月5日(周六) 19:00,社区议事厅 的议事会取消了:停电',
    )
    const seen = await hall.done('session', { centreId, sessionId }, carl)
    expect(seen).toMatchObject({ state: 'cancelled', cancelledBecause: '停电' })
    const again = () => hall.ask('cancelSession', { centreId, sessionId, reason: '停电' }, staff)
    expect(await code(again)).toBe('HALL.SESSION_OVER')
    const draft = await hall.draft()
    expect(await hall.done('cancelSession', { centreId, sessionId: draft, reason: '错了' }, staff)).toEqual({
      told: 0,
    })
  })
})

describe('coming', () => {
  test('yes, no and yes again are counted once each', async () => {
    const sessionId = await hall.announced()
    const say = async (coming: boolean) =>
      (await hall.done('rsvp', { centreId, sessionId, coming }, anna)).coming
    expect([await say(true), await say(true), await say(false), await say(false), await say(true)]).toEqual([
      1, 1, 0, 0, 1,
    ])
    expect(await hall.session(sessionId)).toMatchObject({ coming: 1, left: 298, people: [anna] })
    expect(await hall.done('session', { centreId, sessionId }, anna)).toMatchObject({
      mine: 'yes',
      coming: 1,
    })
    const { rows } = await hall.done('sessions', { centreId, show: 'coming' }, anna)
    expect(rows.find((row) => row.sessionId === sessionId)).toMatchObject({ mine: 'yes', items: 1 })
    expect(await hall.done('session', { centreId, sessionId }, bert)).toMatchObject({ mine: 'none' })
  })

  test('those who are not asked are told so; everybody may come to an open one', async () => {
    const [closed, open] = [await hall.announced(), await hall.announced({ open: true })]
    const come = (sessionId: string, who: string) =>
      code(() => hall.ask('rsvp', { centreId, sessionId, coming: true }, who))
    expect(await come(closed, resident)).toBe('HALL.NOT_INVITED')
    expect(await hall.done('session', { centreId, sessionId: closed }, resident)).not.toHaveProperty('mine')
    expect(await come(open, resident)).toBe('done')
    expect(await come(open, residentElsewhere)).toBe('COMMON.NOT_RESIDENT')
    expect(await come(open, stranger)).toBe('COMMON.NOT_RESIDENT')
    const { parties } = await hall.done('sessionOfStaff', { centreId, sessionId: open }, staff)
    expect(parties).toContainEqual(
      expect.objectContaining({ role: 'resident', title: '1栋 105', name: '王*明', source: 'joined' }),
    )
    const elsewhere = { centreId: 'hudong.chunjiang.yinxing', sessionId: open, coming: true }
    expect(await code(() => hall.ask('rsvp', elsewhere, residentElsewhere))).toBe('COMMON.NOT_FOUND')
  })

  test('until it ends, is called off or closed', async () => {
    const sessionId = await hall.announced({ startsAt: friday })
    const come = (coming: boolean) => code(() => hall.ask('rsvp', { centreId, sessionId, coming }, anna))
    await hall.clock({ now: friday + hour })
    expect(await come(true)).toBe('done')
    await hall.clock({ now: friday + 2 * hour })
    expect(await come(false)).toBe('HALL.SESSION_OVER')
  })
})

describe('on the spot', () => {
  const checkIn = (sessionId: string, who: string, digits: string) =>
    code(() => hall.ask('checkInToSession', { centreId, sessionId, code: digits }, who))
  const shown = async (sessionId: string) =>
    (await hall.done('sessionCode', { centreId, sessionId }, staff)).code
  const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0')

  test('the code of the door lets in from an hour before, for two minutes at most', async () => {
    const sessionId = await hall.announced({ startsAt: friday })
    await hall.done('rsvp', { centreId, sessionId, coming: true }, anna)
    await hall.clock({ now: friday - hour - 60_000 })
    expect(await checkIn(sessionId, anna, await shown(sessionId))).toBe('HALL.SESSION_NOT_YET')
    await hall.clock({ now: friday })
    const digits = await shown(sessionId)
    expect(await checkIn(sessionId, anna, wrong(digits))).toBe('HALL.BAD_CODE')
    expect(await checkIn(sessionId, resident, digits)).toBe('HALL.NOT_INVITED')
    expect(Object.values((await hall.session(sessionId)).wrong)).toEqual([1])
    expect([await checkIn(sessionId, anna, digits), await checkIn(sessionId, anna, '000000')]).toEqual([
      'done',
      'done',
    ])
    expect(await checkIn(sessionId, bert, digits)).toBe('done')
    await hall.clock({ now: friday + 2 * 60_000 })
    expect(await checkIn(sessionId, carl, digits)).toBe('HALL.BAD_CODE')
    expect(await hall.session(sessionId)).toMatchObject({ present: 2, coming: 1, left: 297 })
    expect(await hall.done('session', { centreId, sessionId }, anna)).toMatchObject({
      checkedIn: true,
      attended: [
        { role: 'owner', present: 2, invited: 2 },
        { role: 'builder', present: 0, invited: 1 },
      ],
    })
    expect((await hall.done('sessionCode', { centreId, sessionId }, staff)).validUntil % 60_000).toBe(0)
    expect(await code(() => hall.ask('sessionCode', { centreId, sessionId }, anna))).toBe(
      'COMMON.NOT_ALLOWED',
    )
  })

  test('the staff tick those on the list and write in those who are not', async () => {
    const sessionId = await hall.announced()
    const [party] = (await hall.done('sessionOfStaff', { centreId, sessionId }, staff)).parties
    const mark = (key: string, present: boolean) =>
      hall.ask('markPresent', { centreId, sessionId, key, present }, staff)
    const key = party?.key ?? ''
    const counts = [
      await mark(key, true),
      await mark(key, true),
      await mark(key, false),
      await mark(key, false),
    ]
    expect(counts.map(({ reply }) => reply.ok && reply.data.present)).toEqual([1, 1, 0, 0])
    expect(await code(() => mark('nobody', true))).toBe('HALL.NO_PARTY')
    const input = { centreId, sessionId, role: 'expert' as const, title: '设计院', name: '郑工' }
    const added = await hall.done('addParty', input, staff)
    expect(added.present).toBe(1)
    const row = await hall.session(sessionId)
    expect(row).toMatchObject({ present: 1, left: 298 })
    expect(row.parties[added.key]).toMatchObject({ source: 'door', nameMasked: '郑*', who: '' })
    await hall.done('cancelSession', { centreId, sessionId, reason: '停电' }, staff)
    expect(await code(() => hall.ask('addParty', input, staff))).toBe('HALL.SESSION_OVER')
    expect(await code(() => mark(key, true))).toBe('HALL.SESSION_OVER')
    expect(await code(() => hall.ask('sessionCode', { centreId, sessionId }, staff))).toBe(
      'HALL.SESSION_OVER',
    )
    const drafted = { ...input, sessionId: await hall.draft() }
    expect(await code(() => hall.ask('addParty', drafted, staff))).toBe('HALL.SESSION_NOT_YET')
  })

  test('a full list takes nobody else, and the last hundred rows are for those who come', async () => {
    const sessionId = await hall.announced({ startsAt: friday })
    await hall.set('sessions', sessionId, { left: 100 })
    const say = (coming: boolean, who: string) =>
      code(() => hall.ask('rsvp', { centreId, sessionId, coming }, who))
    expect([await say(false, anna), (await hall.session(sessionId)).left]).toEqual(['done', 100])
    expect([await say(true, bert), (await hall.session(sessionId)).left]).toEqual(['done', 99])
    await hall.set('sessions', sessionId, { left: 0 })
    expect(await say(true, carl)).toBe('HALL.SESSION_FULL')
    await hall.clock({ now: friday })
    expect(await checkIn(sessionId, carl, await shown(sessionId))).toBe('HALL.SESSION_FULL')
    expect(await checkIn(sessionId, bert, await shown(sessionId))).toBe('done')
    const input = { centreId, sessionId, role: 'expert' as const, title: '设计院', name: '' }
    expect(await code(() => hall.ask('addParty', input, staff))).toBe('HALL.SESSION_FULL')
  })
})

describe('minutes and closing', () => {
  test('minutes are read by residents when the session is closed, and those who were there hear of it', async () => {
    const sessionId = await hall.announced({ startsAt: friday })
    await hall.clock({ now: friday })
    const { code: digits } = await hall.done('sessionCode', { centreId, sessionId }, staff)
    await hall.done('checkInToSession', { centreId, sessionId, code: digits }, anna)
    const seen = await hall.minuted(sessionId, 'continued')
    const before = await hall.done('session', { centreId, sessionId }, anna)
    expect(before.agenda[0]).toMatchObject({ text: '', outcome: '', decisions: [] })
    const closing = { centreId, sessionId, seen }
    expect(await hall.done('closeSession', closing, staff)).toEqual({
      present: 1,
      items: [{ title: '听施工方介绍方案', outcome: 'continued' }],
    })
    const after = await hall.done('session', { centreId, sessionId }, bert)
    expect(after).toMatchObject({ state: 'held', agenda: [{ text: '大家都说了', outcome: 'continued' }] })
    expect(await toldOf(sessionId, '会议记录')).toEqual([anna])
    expect(await code(() => hall.ask('closeSession', { ...closing, seen: seen + 1 }, staff))).toBe(
      'HALL.SESSION_OVER',
    )
    const late = {
      centreId,
      sessionId,
      itemId: after.agenda[0]?.itemId ?? '',
      text: 'x',
      outcome: 'dropped' as const,
    }
    expect(await code(() => hall.ask('saveMinutes', { ...late, decisions: [], seen: seen + 1 }, staff))).toBe(
      'HALL.SESSION_OVER',
    )
    const files = {
      centreId,
      sessionId,
      photos: ['cloud://a'],
      attachments: [{ fileId: 'cloud://b', name: '图纸' }],
    }
    expect(await hall.done('saveSessionFiles', files, staff)).toEqual({ files: 2 })
    expect(await hall.done('session', { centreId, sessionId }, bert)).toMatchObject({
      photos: ['cloud://a'],
      attachments: [{ name: '图纸' }],
    })
  })

  test('not before it began, without minutes, or resolved by too few', async () => {
    const sessionId = await hall.announced({ startsAt: friday, quorum: 1 })
    const close = (seen: number) => code(() => hall.ask('closeSession', { centreId, sessionId, seen }, staff))
    expect(await close(1)).toBe('HALL.SESSION_NOT_YET')
    await hall.clock({ now: friday })
    expect(await close(1)).toBe('HALL.MINUTES_MISSING')
    const seen = await hall.minuted(sessionId, 'resolved')
    expect(await close(seen)).toBe('HALL.NO_QUORUM')
    await hall.done('addParty', { centreId, sessionId, role: 'owner', title: '5栋', name: '' }, staff)
    expect(await close(seen - 1)).toBe('COMMON.CHANGED')
    expect(await close(seen)).toBe('done')
  })

  test('a resolution takes its matters through meeting, minutes and resolving in one line each', async () => {
    const [resolved, continued] = [
      await matter(),
      await matter({
        sessions: [{ sessionId: 'x', at: matterRow('').dueAt, title: 'x', outcome: 'continued' }],
      }),
    ]
    const sessionId = await hall.announced({
      ...{ startsAt: friday, quorum: 1 },
      agenda: [...about(resolved).agenda, { matterId: continued, title: '路灯', minutes: 5 }],
    })
    await hall.clock({ now: friday })
    await hall.done('addParty', { centreId, sessionId, role: 'owner', title: '5栋', name: '' }, staff)
    const { agenda } = await hall.session(sessionId)
    const minutes = (at: number, outcome: 'resolved' | 'continued', seen: number) =>
      hall.done(
        'saveMinutes',
        {
          ...{ centreId, sessionId, itemId: agenda[at]?.itemId ?? '', text: '同意分摊', outcome, seen },
          decisions: [{ text: '报方案', who: '施工方', byDay: '2026-12-10' }],
        },
        staff,
      )
    await minutes(0, 'resolved', 1)
    const { changes } = await minutes(1, 'continued', 2)
    await hall.done('closeSession', { centreId, sessionId, seen: changes }, staff)
    expect(await hall.row('matters', resolved)).toMatchObject({
      done: ['assign', 'announce', 'meet', 'minutes', 'resolve'],
      sessions: [{ sessionId, outcome: 'resolved' }],
    })
    const other = await hall.row('matters', continued)
    expect(other.done).toEqual(['assign', 'announce', 'meet', 'minutes'])
    expect(other.sessions).toHaveLength(2)
    expect(other.story.at(-1)).toMatchObject({
      kind: 'minutes',
      about: sessionId,
      text: '第 2 次议事会,到会 1 人:继续商量;12月10日前 施工方 报方案',
    })
  })

  test('a matter that was answered meanwhile is left alone; one whose steps were undone keeps the session open', async () => {
    const [answered, undone] = [await matter(), await matter()]
    const one = await hall.announced({ startsAt: friday, ...about(answered) })
    const other = await hall.announced({ startsAt: friday, ...about(undone) })
    await hall.set('matters', answered, { state: 'answered' })
    await hall.set('matters', undone, { done: ['assign'] })
    await hall.clock({ now: friday })
    const close = async (sessionId: string) => {
      const seen = await hall.minuted(sessionId, 'continued')
      return code(() => hall.ask('closeSession', { centreId, sessionId, seen }, staff))
    }
    expect(await close(one)).toBe('done')
    expect((await hall.row('matters', answered)).sessions).toEqual([])
    expect(await close(other)).toBe('HALL.NOT_THIS_STEP')
    expect(await hall.session(other)).toMatchObject({ state: 'announced' })
  })

  test('two who write down at once notice each other', async () => {
    const sessionId = await hall.announced()
    const { agenda } = await hall.session(sessionId)
    const input = { centreId, sessionId, text: 'x', outcome: 'dropped' as const, decisions: [], seen: 1 }
    const write = (itemId: string) => code(() => hall.ask('saveMinutes', { ...input, itemId }, staff))
    expect(await write('nothing')).toBe('HALL.NO_ITEM')
    const id = agenda[0]?.itemId ?? ''
    expect((await Promise.all([write(id), write(id)])).toSorted()).toEqual(['COMMON.CHANGED', 'done'])
  })
})

describe('the evening before', () => {
  test('those coming are reminded once, however many timers run', async () => {
    const sessionId = await hall.announced({ startsAt: friday })
    await hall.done('rsvp', { centreId, sessionId, coming: true }, anna)
    await hall.done('rsvp', { centreId, sessionId, coming: false }, bert)
    const evening = friday - 25 * hour
    await hall.clock({ now: evening - 60_000 })
    await hall.tick()
    expect(await toldOf(sessionId, '别忘了')).toEqual([])
    await hall.clock({ now: evening })
    await Promise.all([hall.tick(), hall.tick()])
    await hall.tick()
    expect(await toldOf(sessionId, '别忘了')).toEqual([anna])
    expect((await hall.session(sessionId)).remindAt).toBe(0)
  })

  test('a timer that dies half-way tells nobody twice and forgets nobody', async () => {
    const sessionId = await hall.announced({ startsAt: friday })
    await hall.done('rsvp', { centreId, sessionId, coming: true }, anna)
    await hall.clock({ now: friday - 5 * hour })
    for (const n of [0, 1, 2]) await hall.tick({ 'x-crash-after-writes': String(n) })
    await hall.tick()
    expect(await toldOf(sessionId, '别忘了')).toEqual([anna])
  })

  test('nobody is reminded of a session that has begun, was called off, or was announced that evening', async () => {
    const [begun, off] = [
      await hall.announced({ startsAt: friday }),
      await hall.announced({ startsAt: friday }),
    ]
    for (const sessionId of [begun, off]) await hall.done('rsvp', { centreId, sessionId, coming: true }, anna)
    await hall.done('cancelSession', { centreId, sessionId: off, reason: '停电' }, staff)
    await hall.clock({ now: friday - 24 * hour })
    const late = await hall.announced({ startsAt: friday })
    await hall.done('rsvp', { centreId, sessionId: late, coming: true }, anna)
    await hall.clock({ now: friday })
    await hall.tick()
    for (const sessionId of [begun, off, late]) expect(await toldOf(sessionId, '别忘了')).toEqual([])
    expect((await hall.session(begun)).remindAt).toBe(0)
  })
})

test('lists begin with today, earlier ones come the latest first, twenty to a page', async () => {
  await hall.clock({ now: morning + 100 * day })
  const starts = Array.from({ length: 22 }, (_one, n) => morning + 101 * day + n * hour)
  for (const startsAt of starts) await hall.announced({ startsAt, title: `第 ${startsAt}` })
  const first = await hall.done('sessions', { centreId, show: 'coming' }, anna)
  expect(first.rows.map((row) => row.startsAt)).toEqual(starts.slice(0, 20))
  const second = await hall.done('sessions', { centreId, show: 'coming', after: first.next ?? '' }, anna)
  expect([second.rows.map((row) => row.startsAt), second.next]).toEqual([starts.slice(20), undefined])
  await hall.clock({ now: morning + 103 * day })
  const past = await hall.done('sessions', { centreId, show: 'past' }, anna)
  expect(past.rows.map((row) => row.startsAt)).toEqual(starts.toReversed().slice(0, 20))
  const more = await hall.done('sessionsOfStaff', { centreId, show: 'past', after: past.next ?? '' }, staff)
  expect(more.rows.slice(0, 2).map((row) => row.startsAt)).toEqual(starts.toReversed().slice(20))
  expect(more.rows.some((row) => row.state === 'draft')).toBe(true)
})
