import {
  decideAnnouncing,
  isInTime,
  stepped,
  whyNotAnnounced,
} from '../../cloudfunctions/hall/session/session-calling.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { day, matterRow, morning } from './session-rows'

const on = (date: string, minutes = 0) => instantOf(date as ShanghaiDay, minutes)
const procedure = matterRow('').procedure
const ahead = (announceAhead: number) => ({ procedure: procedure && { ...procedure, announceAhead } })

test('days ahead are days of the calendar in China, whatever the hour', () => {
  const now = on('2026-12-01', 23 * 60)
  expect(isInTime(on('2026-12-04', 1), 3, now)).toBe(true)
  expect(isInTime(on('2026-12-03', 1439), 3, now)).toBe(false)
  expect(isInTime(on('2026-12-01', 1439), 0, now)).toBe(true)
  expect(isInTime(now, 0, now)).toBe(false)
})

describe('announcing', () => {
  const in3 = asInstant(morning + 3 * day)
  const in2 = asInstant(morning + 2 * day)
  test('marks the step on each matter, and needs none', () => {
    expect(decideAnnouncing([], in2, morning)).toEqual([])
    const matter = matterRow('m')
    expect(decideAnnouncing([matter], in3, morning)).toEqual([{ matter, done: ['assign', 'announce'] }])
  })
  test('follows the strictest of the procedures', () => {
    const matters = [matterRow('a', ahead(0)), matterRow('b', ahead(3)), matterRow('c', ahead(1))]
    expect(decideAnnouncing(matters, in3, morning)).toHaveLength(3)
    expect(decideAnnouncing(matters, in2, morning)).toEqual({ refused: 'HALL.TOO_LATE_TO_ANNOUNCE' })
    expect(decideAnnouncing([], morning, morning)).toEqual({ refused: 'HALL.TOO_LATE_TO_ANNOUNCE' })
  })
  test('is refused for matters that are over or gone, and for those that would skip a step', () => {
    const over = { refused: 'HALL.UNKNOWN_MATTER' }
    expect(decideAnnouncing([undefined], in3, morning)).toEqual(over)
    expect(decideAnnouncing([matterRow('a'), matterRow('b', { state: 'answered' })], in3, morning)).toEqual(
      over,
    )
    expect(decideAnnouncing([matterRow('a', { done: [] })], in3, morning)).toEqual({
      refused: 'HALL.NOT_THIS_STEP',
    })
  })
  test('anew is not needed in time when a session is put off, unless the matter is new to it', () => {
    const announced = matterRow('a', { done: ['assign', 'announce'] })
    const tomorrow = asInstant(morning + day)
    expect(decideAnnouncing([announced], in2, morning, tomorrow)).toHaveLength(1)
    expect(decideAnnouncing([announced], in2, morning, in2)).toHaveLength(1)
    const late = { refused: 'HALL.TOO_LATE_TO_ANNOUNCE' }
    expect(decideAnnouncing([announced], tomorrow, morning, in2)).toEqual(late)
    expect(decideAnnouncing([matterRow('b')], in2, morning, tomorrow)).toEqual(late)
  })
})

test('steps are taken for all matters, or for none', () => {
  const [ready, early] = [matterRow('a', { done: ['assign', 'announce'] }), matterRow('b')]
  expect(stepped([ready], () => ['meet'])).toEqual([{ matter: ready, done: ['assign', 'announce', 'meet'] }])
  expect(stepped([ready, early], () => ['meet'])).toBeUndefined()
  expect(stepped([], () => ['meet'])).toEqual([])
})

test('only a draft is announced, as it was seen', () => {
  expect(whyNotAnnounced({ state: 'draft', changes: 2 }, 2)).toBeUndefined()
  expect(whyNotAnnounced({ state: 'draft', changes: 2 }, 1)).toEqual({ refused: 'COMMON.CHANGED' })
  expect(whyNotAnnounced({ state: 'announced', changes: 2 }, 2)).toEqual({ refused: 'COMMON.CHANGED' })
  for (const state of ['held', 'cancelled'] as const) {
    expect(whyNotAnnounced({ state, changes: 2 }, 2)).toEqual({ refused: 'HALL.SESSION_OVER' })
  }
})
