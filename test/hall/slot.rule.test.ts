import { newDay } from '../../cloudfunctions/hall/reception/reception-day.rule'
import {
  askedInSlot,
  calledOffNotices,
  decideGivingBack,
  freeSlots,
  questionIdOf,
  slotAt,
  slotOf,
  whyNoSlot,
} from '../../cloudfunctions/hall/reception/slot.rule'
import { asInstant, instantOf } from '../../types/common/time'
import { evening, morning, ruleRow, thursday } from './reception-rows'

const empty = newDay(ruleRow, thursday)
const asker = { who: 'wang', nameSealed: 'n', nameMasked: '王**', phoneSealed: 'p', topic: '路灯不亮' }
const question = askedInSlot(empty, 3, { ...asker, requestKey: 'booked' })
const booked = {
  ...empty,
  taken: { 3: question.id },
  questions: { [question.id]: question },
  askers: ['wang'],
  left: 11,
  asked: 1,
}

describe('a slot', () => {
  test('begins its length after the one before it', () => {
    expect([slotAt(empty, 1), slotAt(empty, 12)]).toEqual([evening, instantOf(thursday, 20 * 60 + 50)])
    expect(question).toMatchObject({ slot: 3, at: instantOf(thursday, 19 * 60 + 20), ...asker, outcome: '' })
  })

  test('is free until somebody has it', () => {
    expect(freeSlots(empty, morning)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(freeSlots(booked, morning)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('cannot be booked once the day has begun, or is called off', () => {
    expect(freeSlots(empty, asInstant(evening - 1)).length).toBe(12)
    expect(freeSlots(empty, evening)).toEqual([])
    expect(freeSlots({ ...empty, state: 'cancelled' }, morning)).toEqual([])
  })

  test('is known to whoever has it, and to nobody else', () => {
    expect([slotOf(booked, 'wang'), slotOf(booked, 'li'), slotOf(empty, 'wang')]).toEqual([3, 0, 0])
    expect(questionIdOf('day', 'wang')).not.toBe(questionIdOf('other-day', 'wang'))
  })
})

describe('wanting a slot', () => {
  test.each([
    ['a free one', booked, 4, 'li', 'new', morning, 'free'],
    ['one somebody has', booked, 3, 'li', 'new', morning, 'HALL.SLOT_TAKEN'],
    ['a number the day has not', booked, 13, 'li', 'new', morning, 'HALL.NO_SLOT'],
    ['the last number', booked, 12, 'li', 'new', morning, 'free'],
    ['a second one', booked, 4, 'wang', 'new', morning, 'HALL.ALREADY_ASKED'],
    ['one’s own, with the same request', booked, 3, 'wang', 'booked', morning, 'there'],
    ['one’s own, with the same request, after it began', booked, 3, 'wang', 'booked', evening, 'there'],
    ['one when the day begins', empty, 1, 'li', 'new', evening, 'HALL.DAY_OVER'],
    ['one a moment before', empty, 1, 'li', 'new', asInstant(evening - 1), 'free'],
    ['one of a day called off', { ...empty, state: 'cancelled' }, 1, 'li', 'new', morning, 'HALL.DAY_OVER'],
    ['one of a closed day', { ...empty, state: 'closed' }, 1, 'li', 'new', morning, 'HALL.DAY_OVER'],
  ] as const)('%s', (_what, day, slot, who, requestKey, now, expected) => {
    expect(whyNoSlot(day, slot, who, requestKey, now)).toBe(expected)
  })
})

describe('giving a slot back', () => {
  const refused = (because: string) => ({ kind: 'refused', because })
  const answered = { ...booked, questions: { [question.id]: { ...question, outcome: 'answered' } } } as const

  test.each([
    ['one’s own', booked, 'wang', 'back', morning, { kind: 'give', question }],
    ['with none', booked, 'li', 'back', morning, refused('HALL.NOT_ASKED')],
    [
      'with the same request again',
      { ...empty, gaveBack: ['back'] },
      'wang',
      'back',
      evening,
      { kind: 'gone' },
    ],
    ['when the day has begun', booked, 'wang', 'back', evening, refused('HALL.DAY_OVER')],
    [
      'of a day called off',
      { ...booked, state: 'cancelled' },
      'wang',
      'back',
      morning,
      refused('HALL.DAY_OVER'),
    ],
    ['that was answered already', answered, 'wang', 'back', morning, refused('HALL.DAY_OVER')],
  ] as const)('%s', (_what, day, who, requestKey, now, expected) => {
    expect(decideGivingBack(day, who, requestKey, now)).toEqual(expected)
  })
})

test('whoever had a slot of a day that is called off is told when, and why', () => {
  const off = { ...booked, askers: ['wang', 'li'], cancelledBecause: '书记去区里开会' }
  expect(calledOffNotices(off)).toEqual(
    ['wang', 'li'].map((to) => ({
      to,
      title: '居民夜谈这天不办了',
      text: '您约的11月26日(周四) 19:00 居民夜谈不办了:书记去区里开会。可以另约一天。',
      page: '/hall/resident/reception-page',
      once: 'reception-cancelled:night-talk_2026-11-26',
    })),
  )
})
