import { defaultProcedures } from '../../cloudfunctions/hall/matter/procedure.rule'
import {
  centreId,
  codeOf,
  colleague,
  type MatterHall,
  neighbour,
  openMatterHall,
  photo,
  resident,
  secretary,
  staff,
} from './matter-hall'
import { at, morning } from './matter-rows'

let hall: MatterHall
beforeAll(async () => {
  hall = await openMatterHall()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock(morning))

const said = { centreId, text: '5栋楼下的路灯不亮', place: '5栋楼下', photos: [photo], anonymous: false }
const seenOf = async (matterId: string) => (await hall.matter(matterId)).changes

describe('raising', () => {
  test('a matter stands in one’s own list and in the community’s, with its photos', async () => {
    const { matterId } = await hall.done('raiseMatter', said, resident)
    const { rows: mine } = await hall.done('myMatters', { centreId }, resident)
    expect(mine[0]).toMatchObject({ matterId, mine: true, by: '王*明', state: 'raised', dueAt: 0 })
    const { rows: all } = await hall.done('matters', { centreId, show: 'open' }, neighbour)
    expect(all.find((row) => row.matterId === matterId)).toMatchObject({ mine: false, backed: false })
    const story = await hall.done('matter', { centreId, matterId }, neighbour)
    expect(story).toMatchObject({ photos: [photo], progress: [], story: [{ text: '提出来了', by: '王*明' }] })
  })

  test('anonymously: neighbours do not see who, the staff do', async () => {
    const { matterId } = await hall.done('raiseMatter', { ...said, anonymous: true }, resident)
    const seen = await hall.done('matter', { centreId, matterId }, neighbour)
    expect(seen).toMatchObject({ by: '匿名居民', story: [{ by: '匿名居民' }] })
    expect(JSON.stringify(seen)).not.toContain('王')
    const { rows } = await hall.done('matters', { centreId, show: 'open' }, neighbour)
    expect(rows.find((row) => row.matterId === matterId)?.by).toBe('匿名居民')
    expect(await hall.done('matter', { centreId, matterId }, resident)).toMatchObject({ by: '王*明' })
    expect(await hall.done('matterOfStaff', { centreId, matterId }, staff)).toMatchObject({
      by: '王*明',
      anonymous: true,
    })
  })

  test('shows similar ones before: not those that are hidden, over or about something else', async () => {
    const text = '地下车库的排水泵坏了'
    const same = await hall.raised({ text })
    const hidden = await hall.raised({ text, hiddenBecause: '写了姓名' })
    const over = await hall.raised({ text, state: 'closed' })
    const asked = { centreId, text: '地下车库排水泵又坏了', place: '' }
    const ids = (await hall.done('similarMatters', asked, neighbour)).rows.map((row) => row.matterId)
    expect(ids).toEqual([same])
    expect([hidden, over]).not.toContain(ids[0])
  })

  test('words WeChat refuses do not stand', async () => {
    const refused = await hall.ask('raiseMatter', { ...said, text: '谁来一起赌博' }, resident)
    expect(codeOf(refused)).toBe('COMMON.TEXT_REFUSED')
  })

  test('by the staff for somebody without an account: name and phone are sealed', async () => {
    const input = { ...said, source: 'phone' as const, name: '赵奶奶', phone: '13812341234' }
    const { anonymous: _, ...entered } = input
    const { matterId } = await hall.done('enterMatter', entered, staff)
    const row = await hall.matter(matterId)
    expect(row).toMatchObject({ by: '', byMasked: '赵*奶', source: 'phone' })
    expect(JSON.stringify(row)).not.toMatch(/赵奶奶|13812341234/)
    const contact = { centreId, matterId, reason: '约时间上门' }
    expect(await hall.done('raiserContact', contact, staff)).toEqual({ name: '赵奶奶', phone: '13812341234' })
    const { story } = await hall.done('matterOfStaff', { centreId, matterId }, staff)
    expect(story.at(-1)).toMatchObject({ kind: 'contact', text: '看了提事人的姓名电话:约时间上门' })
    expect(JSON.stringify(await hall.rows('auditLog', { target: matterId }))).not.toMatch(/13812341234/)
  })
})

describe('「我也是」', () => {
  test('counts each neighbour once, and they are told what becomes of it', async () => {
    const matterId = await hall.raised()
    const back = () => hall.done('backMatter', { centreId, matterId }, neighbour)
    expect(await back()).toEqual({ backing: 1 })
    expect(await back()).toEqual({ backing: 1 })
    const { rows } = await hall.done('matters', { centreId, show: 'open' }, neighbour)
    expect(rows.find((row) => row.matterId === matterId)).toMatchObject({ backing: 1, backed: true })
    const own = await hall.ask('backMatter', { centreId, matterId }, resident)
    expect(codeOf(own)).toBe('HALL.OWN_MATTER')
    await hall.set('matters', matterId, { state: 'closed' })
    expect(codeOf(await hall.ask('backMatter', { centreId, matterId }, colleague))).toBe('HALL.MATTER_OVER')
  })
})

describe('小事简议', () => {
  test('sorted, answered with a photo, confirmed: raiser, officer and those who care hear of it', async () => {
    const { matterId } = await hall.done('raiseMatter', said, resident)
    await hall.done('backMatter', { centreId, matterId }, neighbour)
    const given = { centreId, matterId, tier: 'brief' as const, officer: colleague }
    const { dueAt } = await hall.done('triageMatter', given, staff)
    expect(dueAt).toBe(at('2026-12-05', 0) - 1)
    const desk = await hall.done('matterOfStaff', { centreId, matterId }, colleague)
    expect(desk).toMatchObject({ officer: colleague, officerName: '冯*事', next: 'answer', dueAt })

    const answer = { centreId, matterId, text: '灯头换好了', photos: [photo], seen: desk.changes }
    const { confirmBy } = await hall.done('answerMatter', answer, colleague)
    expect(confirmBy).toBe(at('2026-12-09', 0) - 1)
    const seen = await hall.done('matter', { centreId, matterId }, resident)
    expect(seen).toMatchObject({
      ...{ state: 'answered', answer: '灯头换好了', answerPhotos: [photo], confirmBy },
      progress: [
        { step: 'assign', done: true, at: expect.any(Number) },
        { step: 'answer', done: true, at: expect.any(Number) },
      ],
    })
    expect(seen.story.map(({ by }) => by)).toEqual(['王*明', '社区', '社区'])
    expect((await hall.done('matter', { centreId, matterId }, neighbour)).confirmBy).toBe(0)

    const solved = { centreId, matterId, solved: true, text: '亮了' }
    expect(await hall.done('confirmMatter', solved, resident)).toEqual({ state: 'closed' })
    await hall.tick()
    expect(await hall.told(resident, matterId)).toEqual([
      '您提的事有人办了',
      '您提的事有答复了',
      '您提的事办结了',
    ])
    expect(await hall.told(neighbour, matterId)).toEqual(['您关心的事有答复了', '您关心的事办结了'])
    expect((await hall.told(colleague, matterId)).toSorted()).toEqual([
      '您办的议题办结了',
      '有一件议题请您办',
    ])
    const { rows } = await hall.done('matters', { centreId, show: 'closed' }, neighbour)
    expect(rows.map((row) => row.matterId)).toContain(matterId)
  })

  test('not solved: back to the officer, with the words and a new day', async () => {
    const matterId = await hall.answered()
    const no = { centreId, matterId, solved: false, text: '' }
    expect(codeOf(await hall.ask('confirmMatter', no, resident))).toBe('HALL.REASON_MISSING')
    await hall.clock(at('2026-12-04'))
    expect(await hall.done('confirmMatter', { ...no, text: '又灭了' }, resident)).toEqual({
      state: 'underWay',
    })
    const desk = await hall.done('matterOfStaff', { centreId, matterId }, staff)
    expect(desk).toMatchObject({ state: 'underWay', next: 'answer', dueAt: at('2026-12-10', 0) - 1 })
    expect(await hall.told(staff, matterId)).toContain('提的人说还没解决')
    const again = { centreId, matterId, text: '整盏换了', photos: [], seen: desk.changes }
    await hall.done('answerMatter', again, staff)
    expect(await hall.told(resident, matterId)).toEqual([
      '您提的事有人办了',
      '您提的事有答复了',
      '您提的事有答复了',
    ])
  })

  test('taken back: nobody else sees it, and nothing more comes of it', async () => {
    const matterId = await hall.sorted()
    await hall.done('withdrawMatter', { centreId, matterId }, resident)
    expect(await hall.told(staff, matterId)).toContain('提的人撤回了一件议题')
    expect(codeOf(await hall.ask('matter', { centreId, matterId }, neighbour))).toBe('COMMON.NOT_FOUND')
    expect(await hall.done('matter', { centreId, matterId }, resident)).toMatchObject({ state: 'withdrawn' })
    const again = await hall.ask('withdrawMatter', { centreId, matterId }, resident)
    expect(codeOf(again)).toBe('HALL.MATTER_OVER')
  })

  test('not taken on: whoever raised it hears why', async () => {
    const matterId = await hall.raised()
    await hall.done('refuseMatter', { centreId, matterId, reason: '请打 12345' }, staff)
    const { rows } = await hall.rows('notices', { to: resident }).then((all) => ({
      rows: all.filter(({ page }) => page.includes(matterId)),
    }))
    expect(rows).toMatchObject([{ text: expect.stringContaining('没有受理:请打 12345') }])
    const { rows: open } = await hall.done('matters', { centreId, show: 'open' }, neighbour)
    expect(open.map((row) => row.matterId)).not.toContain(matterId)
  })

  test('hidden: only the staff and whoever raised it see it, with why', async () => {
    const matterId = await hall.sorted()
    const hide = { centreId, matterId, hidden: true, reason: '写了别人的姓名' }
    await hall.done('moderateMatter', hide, staff)
    expect(codeOf(await hall.ask('matter', { centreId, matterId }, neighbour))).toBe('COMMON.NOT_FOUND')
    expect(codeOf(await hall.ask('backMatter', { centreId, matterId }, neighbour))).toBe('COMMON.NOT_FOUND')
    const { story } = await hall.done('matter', { centreId, matterId }, resident)
    expect(story.at(-1)?.text).toBe('先不给别的居民看:写了别人的姓名')
    const desk = await hall.done('matterOfStaff', { centreId, matterId }, staff)
    expect(desk.hiddenBecause).toBe('写了别人的姓名')
    await hall.done('moderateMatter', { ...hide, hidden: false, reason: '改好了' }, staff)
    const shown = await hall.done('matter', { centreId, matterId }, neighbour)
    expect(shown.story.map(({ kind }) => kind)).toEqual(['raised', 'assign'])
  })
})

describe('快事快议', () => {
  test('goes through its steps, none can be skipped', async () => {
    const matterId = await hall.sorted('fast')
    const step = { centreId, matterId, step: 'conclude' as const, text: '换灯头' }
    const answer = { centreId, matterId, text: '换好了', photos: [] }
    const skip = async () => {
      const seen = await seenOf(matterId)
      return [
        codeOf(await hall.ask('takeStep', { ...step, seen }, staff)),
        codeOf(await hall.ask('answerMatter', { ...answer, seen }, staff)),
      ]
    }
    expect(await skip()).toEqual(['HALL.NOT_THIS_STEP', 'HALL.NOT_THIS_STEP'])

    const ask = { centreId, matterId, people: [colleague, secretary, colleague] }
    expect(await hall.done('askOpinions', ask, staff)).toEqual({ asked: 2 })
    expect(await hall.told(colleague, matterId)).toContain('请您写一条意见')
    const opinion = { centreId, matterId, opinion: '同意换' }
    expect(codeOf(await hall.ask('giveOpinion', opinion, staff))).toBe('HALL.NOT_ASKED')
    expect(await hall.done('giveOpinion', opinion, colleague)).toEqual({ waiting: 1 })
    expect(await skip()).toEqual(['HALL.NOT_THIS_STEP', 'HALL.NOT_THIS_STEP'])
    expect(await hall.done('giveOpinion', opinion, secretary)).toEqual({ waiting: 0 })
    expect(await hall.told(staff, matterId)).toContain('意见都写好了')

    const desk = await hall.done('matterOfStaff', { centreId, matterId }, staff)
    expect(desk.next).toBe('conclude')
    expect(desk.consulted.map(({ name, opinion: text }) => [name, text]).toSorted()).toEqual([
      ['冯*事', '同意换'],
      ['周*记', '同意换'],
    ])
    const resident_ = await hall.done('matter', { centreId, matterId }, resident)
    expect(JSON.stringify(resident_)).not.toContain('同意换')
    expect(await hall.done('takeStep', { ...step, seen: desk.changes }, staff)).toEqual({ next: 'answer' })
    await hall.done('answerMatter', { ...answer, seen: desk.changes + 1 }, staff)
  })

  test('decided on a page that is not what it was: read again first', async () => {
    const matterId = await hall.sorted('brief')
    const seen = await seenOf(matterId)
    await hall.done('raiserContact', { centreId, matterId, reason: '约上门' }, colleague)
    const answer = { centreId, matterId, text: '换好了', photos: [], seen }
    expect(codeOf(await hall.ask('answerMatter', answer, staff))).toBe('COMMON.CHANGED')
  })
})

describe('难事众议', () => {
  const notice = (matterId: string, seen: number) => ({
    ...{ centreId, matterId, step: 'publicNotice' as const, text: '加装方案', seen },
  })

  test('after the session: a resolution, public notice to its end, then the answer', async () => {
    const matterId = await hall.sorted('assembly')
    const sessions = [{ sessionId: 's1', at: morning, title: '第一次', outcome: 'resolved' }]
    await hall.set('matters', matterId, { done: ['assign', 'announce', 'meet', 'minutes'], sessions })
    const seen = await seenOf(matterId)
    expect(codeOf(await hall.ask('takeStep', notice(matterId, seen), staff))).toBe('HALL.NOT_THIS_STEP')
    const resolve = { ...notice(matterId, seen), step: 'resolve' as const, text: '同意加装' }
    const unknown = await hall.ask('takeStep', { ...resolve, ballotId: 'no-such-ballot' }, staff)
    expect(codeOf(unknown)).toBe('HALL.BALLOT_NOT_PASSED')
    expect(await hall.done('takeStep', resolve, staff)).toEqual({ next: 'publicNotice' })
    expect(await hall.done('takeStep', notice(matterId, seen + 1), staff)).toEqual({ next: 'answer' })
    const answer = { centreId, matterId, text: '开工', photos: [], seen: seen + 2 }
    await hall.clock(at('2026-12-08', 24 * 60 - 1))
    expect(codeOf(await hall.ask('answerMatter', answer, staff))).toBe('HALL.NOTICE_RUNNING')
    await hall.clock(at('2026-12-09', 0))
    await hall.done('answerMatter', answer, staff)
  })

  test('problems on the list keep it from being answered', async () => {
    const matterId = await hall.sorted('brief')
    await hall.set('matters', matterId, { openProblems: 1 })
    const answer = { centreId, matterId, text: '换好了', photos: [], seen: await seenOf(matterId) }
    expect(codeOf(await hall.ask('answerMatter', answer, staff))).toBe('HALL.PROBLEMS_OPEN')
  })

  test('moving up keeps what was done; down is no way', async () => {
    const matterId = await hall.sorted('brief')
    const up = (tier: 'brief' | 'fast' | 'assembly') =>
      hall.ask('moveUpMatter', { centreId, matterId, tier, reason: '大家意见不一样' }, staff)
    expect((await up('fast')).reply).toMatchObject({ data: { tier: 'fast', next: 'consult' } })
    await hall.done('askOpinions', { centreId, matterId, people: [staff] }, staff)
    await hall.done('giveOpinion', { centreId, matterId, opinion: '要开会' }, staff)
    expect((await up('assembly')).reply).toMatchObject({ data: { tier: 'assembly', next: 'announce' } })
    expect((await hall.matter(matterId)).done).toEqual(['assign', 'consult'])
    expect(codeOf(await up('fast'))).toBe('HALL.ONLY_UP')
    expect((await hall.matter(matterId)).dueAt).toBe(at('2027-01-13', 0) - 1)
  })
})

describe('the procedures of a centre', () => {
  test('are the house’s until it sets its own; matters under way keep theirs', async () => {
    const before = await hall.done('procedures', { centreId }, 'test-stranger')
    expect(before).toMatchObject({ own: false, confirmWithin: 5 })
    const under = await hall.sorted('brief')
    const copies = defaultProcedures.map((one) => ({ ...one, steps: [...one.steps] }))
    const rows = copies.map((one) => (one.tier === 'brief' ? { ...one, answerWithin: 1 } : one))
    const missing = copies.map((one) =>
      one.tier === 'fast' ? { ...one, steps: one.steps.filter((step) => step !== 'consult') } : one,
    )
    const wrong = await hall.ask('saveProcedures', { centreId, rows: missing, confirmWithin: 3 }, secretary)
    expect(codeOf(wrong)).toBe('HALL.WRONG_STEPS')
    await hall.done('saveProcedures', { centreId, rows, confirmWithin: 3 }, secretary)
    const set = await hall.done('procedures', { centreId }, resident)
    expect(set).toMatchObject({ own: true, confirmWithin: 3 })
    expect((await hall.matter(under)).procedure?.answerWithin).toBe(3)
    expect((await hall.matter(await hall.sorted('brief'))).dueAt).toBe(at('2026-12-03', 0) - 1)
    expect((await hall.matter(await hall.answered())).confirmBy).toBe(at('2026-12-05', 0) - 1)
    await hall.done('saveProcedures', { centreId, rows: copies, confirmWithin: 5 }, secretary)
  })
})

test('those a matter may be given to are the staff of the centre, with what they are', async () => {
  const { rows } = await hall.done('hallPeople', { centreId }, staff)
  expect(rows.map(({ who, name, role }) => [who, name, role]).toSorted()).toEqual([
    [colleague, '冯*事', '社区工作者'],
    [secretary, '周*记', '书记'],
    [staff, '李*作', '社区工作者'],
  ])
})

test('lists come in pages, newest first, each matter once', async () => {
  const state = 'raised' as const
  const first = await hall.done('mattersOfStaff', { centreId, state }, staff)
  for (let n = first.rows.length; n < 25; n += 1) await hall.raised()
  const page = await hall.done('mattersOfStaff', { centreId, state }, staff)
  expect(page.rows.length).toBe(20)
  const rest = await hall.done('mattersOfStaff', { centreId, state, after: page.next ?? '' }, staff)
  const ids = [...page.rows, ...rest.rows].map((row) => row.matterId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(25)
})
