import { decideClosing, whyNotClosed } from '../../cloudfunctions/hall/session/session-closing.rule'
import { asInstant } from '../../types/common/time'
import { itemRow, matterRow, sessionRow } from './session-rows'

const written = itemRow('item', { outcome: 'continued' })
const resolved = itemRow('item', { outcome: 'resolved' })
const { startsAt } = sessionRow()
const why = (facts: Parameters<typeof sessionRow>[0], now = startsAt, seen = 1) =>
  whyNotClosed(sessionRow({ agenda: [written], ...facts }), seen, now)

test('a session is closed once it began, with minutes of every item, as it was seen', () => {
  expect(why({})).toBeUndefined()
  expect(why({}, asInstant(startsAt - 1))).toEqual({ refused: 'HALL.SESSION_NOT_YET' })
  expect(why({ state: 'draft' })).toEqual({ refused: 'HALL.SESSION_NOT_YET' })
  expect(why({ state: 'held' })).toEqual({ refused: 'HALL.SESSION_OVER' })
  expect(why({ state: 'cancelled' })).toEqual({ refused: 'HALL.SESSION_OVER' })
  expect(why({}, startsAt, 2)).toEqual({ refused: 'COMMON.CHANGED' })
  expect(why({ agenda: [written, itemRow('two')] })).toEqual({ refused: 'HALL.MINUTES_MISSING' })
})

test('resolving takes as many people as were agreed on; going on talking does not', () => {
  expect(why({ agenda: [resolved], present: 1 })).toEqual({ refused: 'HALL.NO_QUORUM' })
  expect(why({ agenda: [written, resolved], present: 1 })).toEqual({ refused: 'HALL.NO_QUORUM' })
  expect(why({ agenda: [resolved], present: 2 })).toBeUndefined()
  expect(why({ agenda: [written], present: 0 })).toBeUndefined()
})

describe('closing', () => {
  const announced = { done: ['assign', 'announce'] as const }
  const about = (outcome: 'resolved' | 'continued' | 'dropped', matterId = 'm') =>
    itemRow(matterId, { outcome, matterId })
  test('takes each matter through meeting and minutes, and through resolving when it was', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((id) => matterRow(id, announced))
    const agenda = [about('resolved', 'a'), about('continued', 'b'), itemRow('x'), about('dropped', 'c')]
    const met = ['assign', 'announce', 'meet', 'minutes']
    expect(decideClosing({ agenda }, [one, two, three])).toEqual([
      { matter: one, done: [...met, 'resolve'], item: agenda[0] },
      { matter: two, done: met, item: agenda[1] },
      { matter: three, done: met, item: agenda[3] },
    ])
  })
  test('leaves matters alone that are over or gone', () => {
    const over = matterRow('m', { ...announced, state: 'answered' })
    expect(decideClosing({ agenda: [about('continued')] }, [over, undefined])).toEqual([])
  })
  test('is refused while a matter would skip a step', () => {
    expect(decideClosing({ agenda: [about('continued')] }, [matterRow('m')])).toEqual({
      refused: 'HALL.NOT_THIS_STEP',
    })
  })
})
