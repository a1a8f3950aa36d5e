import fc from 'fast-check'
import {
  isSessionDigits,
  sessionDigits,
  sessionWindow,
} from '../../cloudfunctions/hall/session/session-code.rule'
import { asInstant } from '../../types/common/time'

const at = (ms: number) => asInstant(1_800_000_000_000 + ms)
const code = sessionDigits('seed', 'session', at(0))
const holds = (ms: number, seed = 'seed', id = 'session') => isSessionDigits(code, seed, id, at(ms))

test('digits are the same in every edition of the function: one shows them and the next checks', () => {
  expect([code, sessionWindow]).toEqual(['051029', 60_000])
})

test('digits are six', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (seed, ms) => /^\d{6}$/.test(sessionDigits(seed, 'session', at(ms)))),
  )
})

test('digits hold in their minute and the next, and no longer', () => {
  expect([0, 59_999, 60_000, 119_999].map((ms) => holds(ms))).toEqual([true, true, true, true])
  expect([120_000, -1, 86_400_000].map((ms) => holds(ms))).toEqual([false, false, false])
})

test('digits of another session or another secret are others', () => {
  expect([holds(0, 'other'), holds(0, 'seed', 'other')]).toEqual([false, false])
})
