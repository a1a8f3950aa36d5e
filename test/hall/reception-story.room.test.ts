import { figuresOf } from '../../cloudfunctions/hall/reception/question.rule'
import { asInstant } from '../../types/common/time'
import { receptionTextOf } from '../../types/hall.reception-text'
import { people } from '../harness/town'
import { centreId, evening, morning, nightTalk } from './reception-rows'
import { openReception, type Reception } from './reception-town'

let town: Reception
const { staff, secretary } = people
beforeAll(async () => {
  town = await openReception()
})
afterAll(() => town?.stop())

const days = (count: number) => count * 24 * 3_600_000

test('a night talk with 35 questions: 30 answered on the spot, 5 put on the problem list', async () => {
  // during the week twelve residents book; two of them give their slot back, one does not come
  const dayId = await town.firstDay()
  const neighbours = await town.crowd('neighbour', 12)
  for (const [n, openid] of neighbours.entries()) {
    await town.done('bookSlot', { centreId, dayId, slot: n + 1, topic: `第 ${n + 1} 件事` }, openid)
  }
  for (const openid of neighbours.slice(0, 2)) await town.done('cancelSlot', { centreId, dayId }, openid)

  // in the evening 26 more come to the door
  await town.clock({ now: evening })
  for (let n = 1; n <= 26; n += 1) await town.door(dayId, { topic: `门口第 ${n} 件`, name: `来客${n}` })
  const { questions } = await town.sheet(dayId)
  expect(questions).toHaveLength(36)
  const [absent, ...dealtWith] = questions.map(({ questionId }) => questionId)
  const [onList, onTheSpot] = [dealtWith.slice(0, 5), dealtWith.slice(5)]
  await town.done(
    'answerQuestion',
    { centreId, dayId, questionId: absent ?? '', outcome: 'absent', answer: '' },
    staff,
  )
  for (const [n, questionId] of onList.entries()) {
    const measure = { text: `清单第 ${n + 1} 件`, measure: '约物业现场看', units: ['金桂物业'] }
    const listed = await town.done(
      'listQuestion',
      { centreId, dayId, questionId, ...measure, officer: staff },
      secretary,
    )
    expect(listed.dueDay).toBe('2026-12-03')
  }
  for (const [n, questionId] of onTheSpot.entries()) {
    expect(await town.answer(dayId, questionId, `答复 ${n + 1}`)).toEqual({ asked: 35, answered: n + 1 })
  }

  const closed = await town.done('closeReceptionDay', { centreId, dayId }, secretary)
  expect(closed).toEqual({ asked: 35, answered: 30, listed: 5 })
  // the figures are what a recount of the questions gives
  expect(figuresOf(await town.day(dayId))).toEqual(closed)
  expect(await town.rows('problems', { centreId })).toHaveLength(5)
  expect(await town.done('closeOut', { centreId, month: '2026-11' }, staff)).toMatchObject({
    ...{ opened: 5, due: 5, done: 0, struckOff: 0 },
    units: [{ unit: '金桂物业', opened: 5 }],
  })
  const month = await town.done('receptionDaysOfStaff', { centreId, month: '2026-11' }, staff)
  expect(month.rows).toMatchObject([{ dayId, state: 'closed', ...closed }])

  // each who had a slot knows the answer, and the list reminds them of nothing that is not theirs
  const { rows: own } = await town.done('myQuestions', { centreId }, neighbours[11] ?? '')
  expect(own).toMatchObject([{ topic: '第 12 件事', outcome: 'answered', state: 'closed' }])
  const { rows: problems } = await town.done('myProblems', { centreId }, neighbours[3] ?? '')
  expect(problems).toMatchObject([{ text: '清单第 1 件', state: 'open', source: 'reception' }])

  const { rows: coming } = await town.done('receptionDays', { centreId }, neighbours[0] ?? '')
  const [next] = coming
  const text = receptionTextOf({
    ...{ centreName: '金桂社区', ...nightTalk, day: '2026-11-26', ...closed },
    next: next && { ...next, startsAt: asInstant(next.startsAt) },
  })
  expect(text.split('\n')[1]).toBe('周书记在场,问了 35 件,当场答复 30 件,列入问题清单 5 件')
  expect(text).toContain('下一次:12月3日(周四) 19:00')

  // five working days later nobody has done anything: the officer was reminded, the staff see it
  await town.clock({ now: morning + days(8) })
  for (let tick = 0; tick < 3; tick += 1) await town.tick()
  const overdue = await town.done('closeOut', { centreId, month: '2026-11' }, staff)
  expect(overdue).toMatchObject({ opened: 5, overdue: 5 })
}, 120_000)
