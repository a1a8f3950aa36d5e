import { figuresOf } from '../../cloudfunctions/hall/reception/question.rule'
import { asInstant } from '../../types/common/time'
import { receptionTextOf } from '../../types/hall.reception-text'
import { people } from '../harness/town'
import { busyEvening, eveningText } from './reception-evening'
import { centreId, morning, nightTalk } from './reception-rows'
import { openReception, type Reception } from './reception-town'

let town: Reception
const { staff, secretary } = people
beforeAll(async () => {
  town = await openReception()
})
afterAll(() => town?.stop())

const days = (count: number) => count * 24 * 3_600_000

test('a night talk with 35 questions: 30 answered on the spot, 5 put on the problem list', async () => {
  const { dayId, neighbours, measure, last } = await busyEvening(town)
  const [toList = '', toAnswer = ''] = last
  expect((await town.sheet(dayId)).questions).toHaveLength(36)
  const listed = await town.done(
    'listQuestion',
    { centreId, dayId, questionId: toList, ...measure, text: '清单第 5 件' },
    secretary,
  )
  expect(listed.dueDay).toBe('2026-12-03')
  expect(await town.answer(dayId, toAnswer)).toEqual({ asked: 35, answered: 30 })

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

  // each who had a slot knows what came of it, and nothing of the others
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
  expect(text).toBe(eveningText)

  // five working days later nobody has done anything
  await town.clock({ now: morning + days(8) })
  for (let tick = 0; tick < 3; tick += 1) await town.tick()
  const overdue = await town.done('closeOut', { centreId, month: '2026-11' }, staff)
  expect(overdue).toMatchObject({ opened: 5, overdue: 5 })
}, 120_000)
