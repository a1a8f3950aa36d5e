import type { Question } from '../../cloudfunctions/_kit/documents/sessions'
import {
  answeredNotices,
  askedAtDoor,
  figuresOf,
  inOrder,
  onListNotices,
  whyNotCalledOff,
  whyNotClosed,
  whyNotDealtWith,
  whyNotWrittenIn,
  withOutcome,
} from '../../cloudfunctions/hall/reception/question.rule'
import { newDay } from '../../cloudfunctions/hall/reception/reception-day.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { evening, morning, questionRow, ruleRow, thursday } from './reception-rows'

const empty = newDay(ruleRow, thursday)
const dayWith = (...questions: readonly Question[]) => {
  const day = { ...empty, questions: Object.fromEntries(questions.map((one) => [one.id, one])) }
  return { ...day, ...figuresOf(day) }
}
const open = dayWith(questionRow())
const yesterday = instantOf('2026-11-25' as ShanghaiDay, 1439)
const midnight = instantOf(thursday, 0)
const ends = empty.endsAt

test('somebody at the door is written in with a masked name, and no slot', () => {
  const facts = { name: '赵奶奶', nameSealed: 'n', phoneSealed: 'p', topic: '楼道灯', requestKey: 'r' }
  const { name: _, ...kept } = facts
  const question = askedAtDoor('day', facts, evening)
  expect(question).toMatchObject({ ...kept, nameMasked: '赵*奶', slot: 0, who: '', at: evening, outcome: '' })
  expect(askedAtDoor('day', { ...facts, requestKey: 'other' }, evening).id).not.toBe(question.id)
  expect(JSON.stringify(question)).not.toContain('赵奶奶')
})

test('questions go in the order of their slots, then as people came to the door', () => {
  const questions = dayWith(
    questionRow({ id: 'door-late', slot: 0, at: asInstant(evening + 2) }),
    questionRow({ id: 'tenth', slot: 10 }),
    questionRow({ id: 'door-b', slot: 0, at: evening }),
    questionRow({ id: 'second', slot: 2 }),
    questionRow({ id: 'door-a', slot: 0, at: evening }),
  ).questions
  expect(inOrder(questions).map(({ id }) => id)).toEqual(['second', 'tenth', 'door-a', 'door-b', 'door-late'])
})

test('figures count everything asked except by those who did not come, and nothing of a day called off', () => {
  const day = dayWith(
    questionRow({ id: 'a', outcome: 'answered' }),
    questionRow({ id: 'b', outcome: 'answered' }),
    questionRow({ id: 'c', outcome: 'listed' }),
    questionRow({ id: 'd', outcome: 'absent' }),
    questionRow({ id: 'e' }),
  )
  expect(figuresOf(day)).toEqual({ asked: 4, answered: 2, listed: 1 })
  expect(figuresOf({ ...day, state: 'cancelled' })).toEqual({ asked: 0, answered: 0, listed: 0 })
  expect(figuresOf(empty)).toEqual({ asked: 0, answered: 0, listed: 0 })
})

describe('dealing with a question', () => {
  const answered = dayWith(questionRow({ outcome: 'answered', answeredIn: 'first' }))
  test.each([
    ['on the day', open, 'q', 'now', evening, 'open'],
    ['before it begins, on the day', open, 'q', 'now', midnight, 'open'],
    ['the day before', open, 'q', 'now', yesterday, 'HALL.DAY_NOT_YET'],
    ['a week later, as long as the day is not closed', open, 'q', 'now', asInstant(ends + 6e8), 'open'],
    ['that is not there', open, 'other', 'now', evening, 'HALL.NO_QUESTION'],
    ['that was dealt with', answered, 'q', 'now', evening, 'HALL.ALREADY_ANSWERED'],
    ['with the same request again', answered, 'q', 'first', evening, 'there'],
    ['on a closed day', { ...open, state: 'closed' }, 'q', 'now', evening, 'HALL.DAY_OVER'],
    ['on a day called off', { ...open, state: 'cancelled' }, 'q', 'now', evening, 'HALL.DAY_OVER'],
  ] as const)('%s', (_when, day, id, requestKey, now, expected) => {
    expect(whyNotDealtWith(day, id, requestKey, now)).toBe(expected)
  })

  test('leaves the day with its outcome and its figures', () => {
    const two = dayWith(questionRow(), questionRow({ id: 'r' }))
    const written = { outcome: 'answered' as const, answer: '明天修', answeredIn: 'now' }
    const after = withOutcome(two, 'q', written)
    expect(after.questions.q).toEqual({ ...questionRow(), ...written })
    expect(after).toMatchObject({ asked: 2, answered: 1, listed: 0 })
    const absent = withOutcome(after, 'r', { ...written, outcome: 'absent', answer: '' })
    expect(absent).toMatchObject({ asked: 1, answered: 1 })
    expect(withOutcome(two, 'nobody', written)).toBe(two)
  })
})

describe('writing in', () => {
  test.each([
    ['with room left', empty, 'COMMON.BUSY'],
    ['when it stands already', open, 'there'],
    ['when it stands on a closed day', { ...open, state: 'closed' }, 'there'],
    ['on a closed day', { ...empty, state: 'closed' }, 'HALL.DAY_OVER'],
    ['on a full day', { ...empty, room: 0 }, 'HALL.DAY_FULL'],
  ] as const)('%s', (_when, day, expected) => {
    expect(whyNotWrittenIn(day, 'q')).toBe(expected)
  })
})

describe('calling a day off', () => {
  test.each([
    ['before it begins', open, morning, 'open'],
    ['a minute before it would have ended', open, asInstant(ends - 60_000), 'open'],
    ['when it would have ended', open, ends, 'HALL.DAY_OVER'],
    ['when something was answered', { ...open, answered: 1 }, morning, 'HALL.DAY_OVER'],
    ['when something was listed', { ...open, listed: 1 }, morning, 'HALL.DAY_OVER'],
    ['when it is closed', { ...open, state: 'closed', closedIn: 'r' }, morning, 'HALL.DAY_OVER'],
    ['twice', { ...open, state: 'cancelled', closedIn: 'other' }, morning, 'HALL.DAY_OVER'],
    ['with the same request again', { ...open, state: 'cancelled', closedIn: 'r' }, ends, 'there'],
  ] as const)('%s', (_when, day, now, expected) => {
    expect(whyNotCalledOff(day, 'r', now)).toBe(expected)
  })
})

describe('closing a day', () => {
  const done = dayWith(questionRow({ outcome: 'absent' }), questionRow({ id: 'r', outcome: 'listed' }))
  test.each([
    ['with everything dealt with', done, evening, 'open'],
    ['with nothing asked', empty, evening, 'open'],
    ['with something left open', open, evening, 'HALL.QUESTIONS_OPEN'],
    ['the day before', done, yesterday, 'HALL.DAY_NOT_YET'],
    ['when it is closed', { ...done, state: 'closed', closedIn: 'other' }, evening, 'HALL.DAY_OVER'],
    ['when it is called off', { ...done, state: 'cancelled' }, evening, 'HALL.DAY_OVER'],
    ['with the same request again', { ...done, state: 'closed', closedIn: 'r' }, evening, 'there'],
  ] as const)('%s', (_when, day, now, expected) => {
    expect(whyNotClosed(day, 'r', now)).toBe(expected)
  })
})

describe('who had a slot is told', () => {
  const day = dayWith(
    questionRow({ outcome: 'answered', answer: '明天修' }),
    questionRow({ id: 'door', slot: 0, who: '' }),
  )

  test('the answer, once', () => {
    expect(answeredNotices(day, 'q')).toEqual([
      {
        to: 'wang',
        title: '您问的事有答复了',
        text: '居民夜谈:明天修',
        page: '/hall/resident/reception-page',
        once: 'reception-answer:night-talk_2026-11-26:q',
      },
    ])
  })

  test('until when it will be done', () => {
    expect(onListNotices(day, 'q', '2026-12-03' as ShanghaiDay)).toMatchObject([
      { to: 'wang', title: '您问的事列进了问题清单', text: '居民夜谈:12月3日前办完,办完请您确认。' },
    ])
  })

  test('and nobody of what was asked at the door', () => {
    expect(answeredNotices(day, 'door')).toEqual([])
    expect(onListNotices(day, 'door', thursday)).toEqual([])
    expect(answeredNotices(day, 'nothing')).toEqual([])
  })
})
