import { newDay } from '../../cloudfunctions/hall/reception/reception-day.rule'
import type { ActionName, InputOf } from '../../types/common/contract'
import { addDays, instantOf } from '../../types/common/time'
import type { hallContract } from '../../types/hall.contract'
import { people } from '../harness/town'
import { centreId, evening, nightTalk, questionRow, ruleRow, thursday } from './reception-rows'
import { openReception, type Reception, topic } from './reception-town'

type Hall = typeof hallContract

let town: Reception
const { staff, resident } = people
beforeAll(async () => {
  town = await openReception()
})
afterAll(() => town?.stop())

const cost = async <A extends ActionName<Hall>>(action: A, input: InputOf<Hall, A>, openid: string) => {
  const answer = await town.ask(action, input, openid)
  expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
  return answer.cost
}

/** What each action costs on the day of a rule of its own, `weeks` weeks on; the rule goes again. */
const costs = async (weeks: number) => {
  const day = addDays(thursday, weeks * 7)
  await town.clock({ now: instantOf(day, 8 * 60) })
  const rule = { ...nightTalk, recurrence: { every: 'month', nth: 5, weekday: 4 } as const }
  const { ruleId, days } = await town.done('saveReceptionRule', rule, staff)
  const dayId = `${ruleId}_${days[0]}`
  const slot = { centreId, dayId, slot: 1, topic }
  const before = {
    saveReceptionRule: await cost('saveReceptionRule', { ...rule, ruleId, place: '小广场' }, staff),
    receptionRules: await cost('receptionRules', { centreId }, staff),
    receptionDays: await cost('receptionDays', { centreId }, resident),
    bookSlot: await cost('bookSlot', slot, resident),
    cancelSlot: await cost('cancelSlot', { centreId, dayId }, resident),
    again: await cost('bookSlot', slot, resident),
    myQuestions: await cost('myQuestions', { centreId }, resident),
    writeInQuestion: await cost('writeInQuestion', { centreId, dayId, topic, name: '赵奶奶' }, staff),
  }
  await town.clock({ now: evening + (Date.parse(days[0] ?? '') - Date.parse(thursday)) })
  const [booked, door] = (await town.sheet(dayId)).questions.map(({ questionId }) => questionId)
  const keys = { centreId, dayId, questionId: booked ?? '' }
  const problem = { text: topic, measure: '换灯头', units: ['物业'], officer: staff }
  return {
    ...before,
    receptionDayOfStaff: await cost('receptionDayOfStaff', { centreId, dayId }, staff),
    receptionDaysOfStaff: await cost('receptionDaysOfStaff', { centreId, month: day.slice(0, 7) }, staff),
    askerContact: await cost('askerContact', { ...keys, reason: '回电话' }, staff),
    answerQuestion: await cost('answerQuestion', { ...keys, outcome: 'answered', answer: '明天' }, staff),
    listQuestion: await cost('listQuestion', { ...keys, ...problem, questionId: door ?? '' }, staff),
    closeReceptionDay: await cost('closeReceptionDay', { centreId, dayId }, staff),
  }
}

test('reception days ask the database as often as written here, also with a hundred times the data', async () => {
  const small = await costs(0)
  expect(
    Object.fromEntries(Object.entries(small).map(([name, { dbRequests }]) => [name, dbRequests])),
  ).toEqual({
    // caller with calendars; begin, rule, rule written, two days looked at and changed, record, commit
    saveReceptionRule: 10,
    receptionRules: 2,
    receptionDays: 2,
    // caller with the day, the day, record
    bookSlot: 3,
    cancelSlot: 3,
    again: 3,
    myQuestions: 2,
    writeInQuestion: 3,
    receptionDayOfStaff: 1,
    receptionDaysOfStaff: 2,
    askerContact: 2,
    // caller with the day, the day, notice, record
    answerQuestion: 4,
    // caller with officer and calendars; begin, day, problem, figure twice, day, record, commit
    listQuestion: 9,
    closeReceptionDay: 3,
  })

  // a hundred rules of other centres with their days, and years of days of this one, each with its questions
  const questions = Object.fromEntries(
    Array.from({ length: 3 }, (_one, n) => [`q${n}`, questionRow({ id: `q${n}`, who: `somebody-${n}` })]),
  )
  const old = Array.from({ length: 100 }, (_one, n) => ({
    ...newDay({ ...ruleRow, _id: `old-${n}` }, addDays(thursday, -7 * (n + 6))),
    ...{ state: 'closed' as const, questions, askers: Object.values(questions).map(({ who }) => who) },
  }))
  const elsewhere = Array.from({ length: 300 }, (_one, n) =>
    newDay({ ...ruleRow, _id: `elsewhere-${n}`, centreId: `hudong.chunjiang.other${n}` }, thursday),
  )
  for (let at = 0; at < old.length; at += 20) await town.plant('receptionDays', old.slice(at, at + 20))
  await town.plant('receptionDays', elsewhere)
  await town.plant(
    'receptionRules',
    elsewhere.map(({ ruleId, centreId: other }) => ({
      ...ruleRow,
      _id: ruleId,
      centreId: other,
      madeUntil: addDays(thursday, 900),
    })),
  )
  const large = await costs(52)
  // the centre's own first rule is one row more in its lists
  const own: readonly string[] = ['receptionRules', 'receptionDays', 'receptionDaysOfStaff', 'myQuestions']
  for (const [name, { dbRequests, examined }] of Object.entries(small)) {
    const later = large[name as keyof typeof large]
    expect([name, later.dbRequests]).toEqual([name, dbRequests])
    expect([name, later.examined - examined]).toEqual([name, own.includes(name) ? expect.any(Number) : 0])
    expect(later.examined - examined).toBeLessThanOrEqual(2)
  }
}, 120_000)
