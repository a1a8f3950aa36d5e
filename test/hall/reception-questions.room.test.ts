import { figuresOf } from '../../cloudfunctions/hall/reception/question.rule'
import { instantOf, type ShanghaiDay } from '../../types/common/time'
import { centres, people } from '../harness/town'
import { centreId, evening, morning, thursday } from './reception-rows'
import { codeOf, openReception, type Reception, tally, topic } from './reception-town'

let town: Reception
const { staff, secretary, resident, volunteer, staffElsewhere, stranger, officer } = people
beforeAll(async () => {
  town = await openReception()
})
afterAll(() => town?.stop())
beforeEach(() => town.clock({ now: morning }))

/** What a function that died in a transaction held is free after this. */
const runsEnd = 31_000
const measure = { text: '三栋楼道灯不亮', measure: '换灯头', units: ['金桂物业'], officer: staff }
const problems = (requestText: string) => town.rows('problems', { text: requestText })

/** A day of this evening with one question of the resident in slot 1, at the moment it begins. */
const oneAsked = async () => {
  await town.clock({ now: morning })
  const dayId = await town.firstDay()
  await town.done('bookSlot', { centreId, dayId, slot: 1, topic }, resident)
  await town.clock({ now: evening })
  const [question] = await town.questions(dayId)
  return { dayId, questionId: question?.id ?? '' }
}

describe('somebody at the door', () => {
  test('is written in, name and phone sealed, and shown masked after those with slots', async () => {
    const { dayId } = await oneAsked()
    const input = { centreId, dayId, topic: '垃圾桶太远', name: '赵奶奶', phone: '13812341234' }
    const { reply, cost } = await town.ask('writeInQuestion', input, staff)
    expect([reply.ok, cost.dbRequests]).toEqual([true, 3])
    const sheet = await town.sheet(dayId)
    expect(sheet.questions).toMatchObject([
      { slot: 1, name: '王*明', topic },
      { slot: 0, name: '赵*奶', topic: '垃圾桶太远' },
    ])
    const kept = JSON.stringify([await town.day(dayId), await town.rows('auditLog', {})])
    expect(kept).not.toMatch(/赵奶奶|13812341234/)
  })

  test('is called back: whoever looks is recorded, what was seen is not', async () => {
    const { dayId, questionId } = await oneAsked()
    const doorId = await town.door(dayId, { name: '赵奶奶', phone: '13812341234' })
    const look = (id: string) => ({ centreId, dayId, questionId: id, reason: '回电话' })
    expect(await town.done('askerContact', look(doorId), staff)).toEqual({
      name: '赵奶奶',
      phone: '13812341234',
    })
    expect(await town.done('askerContact', look(questionId), staff)).toMatchObject({ name: '王小明' })
    const seen = await town.rows('auditLog', { action: 'hall.askerContact', who: staff })
    expect(seen.map(({ target }) => target)).toEqual(
      expect.arrayContaining([`${dayId}:${doorId}`, `${dayId}:${questionId}`]),
    )
    expect(JSON.stringify(seen)).not.toMatch(/赵奶奶|13812341234/)
    expect(codeOf(await town.ask('askerContact', look('nobody'), staff))).toBe('HALL.NO_QUESTION')
    for (const who of [resident, volunteer, staffElsewhere, officer, stranger]) {
      expect(codeOf(await town.ask('askerContact', look(doorId), who))).toBe('COMMON.NOT_ALLOWED')
    }
  })

  test('is written in once, however often the same request comes, or the function dies', async () => {
    const dayId = await town.firstDay()
    for (let n = 0; n <= 2; n += 1) {
      const more = { requestId: `door-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      const input = { centreId, dayId, topic, name: '赵奶奶' }
      await town.ask('writeInQuestion', input, staff, { ...more, headers })
      const again = await Promise.all([1, 2, 3].map(() => town.done('writeInQuestion', input, staff, more)))
      expect(new Set(again.map(({ questionId }) => questionId)).size).toBe(1)
      expect(await town.questions(dayId)).toHaveLength(n + 1)
    }
    expect(await town.day(dayId)).toMatchObject({ asked: 3, room: 105, left: 12 })
  })

  test('finds a full day at 120, and slots keep their places', async () => {
    const dayId = await town.firstDay()
    await town.set('receptionDays', dayId, { room: 2 })
    const input = { centreId, dayId, topic, name: '赵奶奶' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => town.ask('writeInQuestion', input, staff)),
    )
    expect(tally(answers)).toEqual({ ok: 2, 'HALL.DAY_FULL': 8 })
    expect(codeOf(await town.book(dayId, 12, resident))).toBe('ok')
  })
})

describe('an answer on the spot', () => {
  test('is written down, counted, and told to whoever had the slot', async () => {
    const { dayId, questionId } = await oneAsked()
    const input = { centreId, dayId, questionId, outcome: 'answered' as const, answer: '明天换灯头' }
    const { reply, cost } = await town.ask('answerQuestion', input, staff)
    expect(reply).toMatchObject({ ok: true, data: { asked: 1, answered: 1 } })
    expect(cost.dbRequests).toBe(4)
    const { rows } = await town.done('myQuestions', { centreId }, resident)
    expect(rows.find((row) => row.dayId === dayId)).toMatchObject({
      outcome: 'answered',
      answer: '明天换灯头',
    })
    const notices = await town.rows('notices', { to: resident, title: '您问的事有答复了' })
    expect(notices.at(-1)).toMatchObject({
      text: '居民夜谈:明天换灯头',
      page: '/hall/resident/reception-page',
    })
  })

  test('of three at once stands once, for each of eight questions', async () => {
    const dayId = await town.firstDay()
    const doors = await Promise.all(Array.from({ length: 8 }, () => town.door(dayId)))
    for (const questionId of doors) {
      const said = (outcome: 'answered' | 'absent', who: string) =>
        town.ask('answerQuestion', { centreId, dayId, questionId, outcome, answer: '明天' }, who)
      const all = [said('answered', staff), said('absent', secretary), said('answered', secretary)]
      expect(tally(await Promise.all(all))).toEqual({ ok: 1, 'HALL.ALREADY_ANSWERED': 2 })
    }
    const day = await town.day(dayId)
    expect(day).toMatchObject(figuresOf(day))
  })

  test('stands once where the function dies, after whichever write', async () => {
    for (let n = 0; n < 6; n += 1) {
      const { dayId, questionId } = await oneAsked()
      const answer = `明天 ${n} 点去修`
      const input = { centreId, dayId, questionId, outcome: 'answered' as const, answer }
      const more = { requestId: `answer-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      const died = (await town.ask('answerQuestion', input, staff, { ...more, headers })).status !== 200
      for (let again = 0; again < 2; again += 1) {
        expect(await town.done('answerQuestion', input, staff, more)).toEqual({ asked: 1, answered: 1 })
      }
      expect(await town.day(dayId)).toMatchObject({ asked: 1, answered: 1, listed: 0 })
      expect(await town.told(resident, answer)).toHaveLength(1)
      if (!died) return expect(n).toBe(4) // nothing, the answer, the notice, the record
    }
    throw new Error('it never got through')
  })

  test('waits for the day itself, and for words', async () => {
    const dayId = await town.firstDay()
    const questionId = await town.door(dayId)
    const input = { centreId, dayId, questionId, outcome: 'answered' as const, answer: '明天' }
    await town.clock({ now: instantOf('2026-11-25' as ShanghaiDay, 1439) })
    expect(codeOf(await town.ask('answerQuestion', input, staff))).toBe('HALL.DAY_NOT_YET')
    expect(codeOf(await town.ask('listQuestion', { ...measure, ...keys(input) }, staff))).toBe(
      'HALL.DAY_NOT_YET',
    )
    expect(codeOf(await town.ask('closeReceptionDay', { centreId, dayId }, staff))).toBe('HALL.DAY_NOT_YET')
    await town.clock({ now: instantOf(thursday, 0) })
    const silent = { ...input, answer: ' ' }
    expect(codeOf(await town.ask('answerQuestion', silent, staff))).toBe('HALL.ANSWER_MISSING')
    const long = { ...input, answer: '话'.repeat(501) }
    expect(codeOf(await town.ask('answerQuestion', long, staff))).toBe('COMMON.BAD_INPUT')
    const other = { ...input, questionId: 'nobody' }
    expect(codeOf(await town.ask('answerQuestion', other, staff))).toBe('HALL.NO_QUESTION')
    expect(codeOf(await town.ask('answerQuestion', input, staff))).toBe('ok')
  })

  test('is for those who hold reception days at that centre', async () => {
    const { dayId, questionId } = await oneAsked()
    const input = { centreId, dayId, questionId, outcome: 'answered' as const, answer: '明天' }
    for (const who of [resident, volunteer, staffElsewhere, officer, stranger]) {
      expect(codeOf(await town.ask('answerQuestion', input, who))).toBe('COMMON.NOT_ALLOWED')
      expect(codeOf(await town.ask('listQuestion', { ...measure, ...keys(input) }, who))).toBe(
        'COMMON.NOT_ALLOWED',
      )
      expect(codeOf(await town.ask('receptionDayOfStaff', { centreId, dayId }, who))).toBe(
        'COMMON.NOT_ALLOWED',
      )
      expect(codeOf(await town.ask('closeReceptionDay', { centreId, dayId }, who))).toBe('COMMON.NOT_ALLOWED')
    }
    const elsewhere = { ...input, centreId: centres.yinxing }
    for (const action of ['answerQuestion', 'receptionDayOfStaff', 'closeReceptionDay'] as const) {
      const asked =
        action === 'answerQuestion'
          ? town.ask(action, elsewhere, staffElsewhere)
          : town.ask(action, { centreId: centres.yinxing, dayId }, staffElsewhere)
      expect([action, codeOf(await asked)]).toEqual([action, 'COMMON.NOT_FOUND'])
    }
  })
})

const keys = ({ dayId, questionId }: { readonly dayId: string; readonly questionId: string }) => ({
  centreId,
  dayId,
  questionId,
})

describe('a question that goes on the problem list', () => {
  test('is a problem with its due day, its raiser and its officer, who are told', async () => {
    const asked = await oneAsked()
    const input = { ...measure, ...keys(asked), text: '三栋楼道灯', officer: secretary }
    const { problemId, dueDay } = await town.done('listQuestion', input, staff)
    expect(dueDay).toBe('2026-12-03')
    expect(await problems('三栋楼道灯')).toMatchObject([
      { _id: problemId, source: 'reception', raiser: resident, officer: secretary, state: 'open', dueDay },
    ])
    expect(await town.questions(asked.dayId)).toMatchObject([{ outcome: 'listed', problemId }])
    expect(await town.day(asked.dayId)).toMatchObject({ asked: 1, answered: 0, listed: 1 })
    const [notice] = await town.rows('notices', { to: resident, title: '您问的事列进了问题清单' })
    expect(notice?.text).toBe('居民夜谈:12月3日前办完,办完请您确认。')
    expect(await town.told(secretary, '三栋楼道灯')).toHaveLength(1)
    const { rows } = await town.done('myProblems', { centreId }, resident)
    expect(rows.map((row) => row.problemId)).toContain(problemId)
  })

  test('has no raiser when it came from the door: the secretary confirms', async () => {
    const { dayId } = await oneAsked()
    const questionId = await town.door(dayId)
    const text = '门口问的'
    await town.done('listQuestion', { ...measure, centreId, dayId, questionId, text }, staff)
    expect(await problems(text)).toMatchObject([{ raiser: '' }])
  })

  test('stands whole or not at all where the function dies, and asking again does it once', async () => {
    for (let n = 0; n < 12; n += 1) {
      const asked = await oneAsked()
      const text = `第 ${n} 次`
      const input = { ...measure, ...keys(asked), text }
      const more = { requestId: `list-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      const died = (await town.ask('listQuestion', input, staff, { ...more, headers })).status !== 200
      await town.clock({ advance: runsEnd })
      const { listed } = await town.day(asked.dayId)
      expect([n, (await problems(text)).length]).toEqual([n, listed])
      const { problemId } = await town.done('listQuestion', input, staff, more)
      expect(await town.done('listQuestion', input, staff, more)).toMatchObject({ problemId })
      expect(await problems(text)).toHaveLength(1)
      expect(await town.day(asked.dayId)).toMatchObject({ asked: 1, listed: 1 })
      if (!died) return expect(n).toBeGreaterThan(4)
    }
    throw new Error('it never got through')
  })

  test('is listed or answered, never both, however many want it at once', async () => {
    const asked = await oneAsked()
    const input = { ...measure, ...keys(asked), text: '都来办' }
    const answers = await Promise.all([
      town.ask('listQuestion', input, staff),
      town.ask('listQuestion', input, secretary),
      town.ask('answerQuestion', { ...keys(asked), outcome: 'answered', answer: '明天' }, staff),
      town.ask('answerQuestion', { ...keys(asked), outcome: 'absent', answer: '' }, secretary),
    ])
    expect(tally(answers)).toEqual({ ok: 1, 'HALL.ALREADY_ANSWERED': 3 })
    const { listed } = await town.day(asked.dayId)
    expect((await problems('都来办')).length).toBe(listed)
  })

  test.each([
    ['somebody who does not work here', { officer: resident }, 'HALL.WRONG_PERSON'],
    ['somebody of another community', { officer: staffElsewhere }, 'HALL.WRONG_PERSON'],
    ['nobody', { officer: 'nobody-at-all' }, 'HALL.WRONG_PERSON'],
    ['no unit', { units: [] }, 'COMMON.BAD_INPUT'],
    ['no measure', { measure: '' }, 'COMMON.BAD_INPUT'],
    ['a due day of its own', { dueDay: '2030-01-01' }, 'COMMON.BAD_INPUT'],
    ['a question that is not there', { questionId: 'nobody' }, 'HALL.NO_QUESTION'],
    ['a day that is not there', { dayId: 'no-such-day' }, 'COMMON.NOT_FOUND'],
  ])('is refused with %s', async (_what, facts, code) => {
    const asked = await oneAsked()
    const answer = await town.ask('listQuestion', { ...measure, ...keys(asked), ...facts }, staff)
    expect(codeOf(answer)).toBe(code)
    expect(await town.day(asked.dayId)).toMatchObject({ listed: 0 })
  })
})

describe('closing a day', () => {
  test('needs an outcome for everything asked, and ends it', async () => {
    const { dayId, questionId } = await oneAsked()
    const doorId = await town.door(dayId)
    const close = () => town.ask('closeReceptionDay', { centreId, dayId }, staff)
    expect(codeOf(await close())).toBe('HALL.QUESTIONS_OPEN')
    await town.answer(dayId, doorId)
    const absent = { centreId, dayId, questionId, outcome: 'absent' as const, answer: '' }
    expect(await town.done('answerQuestion', absent, staff)).toEqual({ asked: 1, answered: 1 })
    const { reply, cost } = await close()
    expect(reply).toMatchObject({ ok: true, data: { asked: 1, answered: 1, listed: 0 } })
    expect(cost.dbRequests).toBe(3)
    expect(codeOf(await close())).toBe('HALL.DAY_OVER')
    expect(codeOf(await town.ask('answerQuestion', absent, staff))).toBe('HALL.DAY_OVER')
    const late = { centreId, dayId, topic, name: '晚来的' }
    expect(codeOf(await town.ask('writeInQuestion', late, staff))).toBe('HALL.DAY_OVER')
    const shown = await town.done('receptionDays', { centreId }, resident)
    expect(shown.rows.some((row) => row.dayId === dayId)).toBe(false)
  })

  test('happens once where the function dies, or is asked for several times at once', async () => {
    for (let n = 0; n <= 2; n += 1) {
      await town.clock({ now: morning })
      const dayId = await town.firstDay()
      const more = { requestId: `close-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      await town.ask('closeReceptionDay', { centreId, dayId }, staff, { ...more, headers })
      const again = [1, 2, 3].map(() => town.ask('closeReceptionDay', { centreId, dayId }, staff, more))
      expect(tally(await Promise.all(again))).toEqual({ ok: 3 })
    }
  })

  test('never leaves a question without an outcome that is written in at the same moment', async () => {
    for (let n = 0; n < 5; n += 1) {
      await town.clock({ now: morning })
      const dayId = await town.firstDay()
      const [closed, written] = await Promise.all([
        town.ask('closeReceptionDay', { centreId, dayId }, staff),
        town.ask('writeInQuestion', { centreId, dayId, topic, name: '赵奶奶' }, secretary),
      ])
      const { state, asked } = await town.day(dayId)
      expect([state, asked]).toEqual(closed.reply.ok ? ['closed', 0] : ['coming', 1])
      expect(written.reply.ok).toBe(!closed.reply.ok)
    }
  })
})
