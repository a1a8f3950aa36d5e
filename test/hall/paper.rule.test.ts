import type { PaperVoteDocument } from '../../cloudfunctions/_kit/documents/ballots'
import { differNotices, entryOf } from '../../cloudfunctions/hall/ballot/paper.rule'
import { ballotRow } from './ballot-rows'

const paper = (facts: Partial<PaperVoteDocument> = {}): PaperVoteDocument => ({
  _id: 'row',
  ballotId: 'b',
  rulesVersion: 1,
  firstBy: 'li',
  firstSealed: 'sealed',
  firstIn: 'request-1',
  secondBy: '',
  secondIn: '',
  state: 'waiting',
  ...facts,
})
const second = { secondBy: 'qian', secondIn: 'request-2' }

test.each([
  ['nothing was entered', undefined, 'li', 'request-1', false, 'first'],
  ['the first asks again', paper(), 'li', 'request-1', true, 'waits'],
  ['the first enters a second time', paper(), 'li', 'request-3', true, 'samePerson'],
  ['another enters the same', paper(), 'qian', 'request-2', true, 'agrees'],
  ['another enters something else', paper(), 'qian', 'request-2', false, 'differs'],
  [
    'the second asks again, after it differed',
    paper({ ...second, state: 'differs' }),
    'qian',
    'request-2',
    false,
    'differed',
  ],
  [
    'it starts over after it differed',
    paper({ ...second, state: 'differs' }),
    'li',
    'request-3',
    true,
    'first',
  ],
  [
    'the second asks again, after both agreed',
    paper({ ...second, state: 'counted' }),
    'qian',
    'request-2',
    false,
    'agreed',
  ],
  [
    'the first asks again, after both agreed',
    paper({ ...second, state: 'counted' }),
    'li',
    'request-1',
    false,
    'agreed',
  ],
  [
    'somebody finishes what both agreed on',
    paper({ ...second, state: 'counted' }),
    'zhou',
    'request-4',
    true,
    'agreed',
  ],
  [
    'somebody enters something else then',
    paper({ ...second, state: 'counted' }),
    'zhou',
    'request-4',
    false,
    'taken',
  ],
  ['it was entered under other rules', paper({ rulesVersion: 0 }), 'qian', 'request-2', true, 'first'],
] as const)('%s', (_what, entered, openid, requestKey, isSame, entry) => {
  expect(entryOf(entered, { rulesVersion: 1 }, { openid, requestKey, isSame })).toBe(entry)
})

test('both are told of a difference, once, and not what it is', () => {
  const notices = differNotices(ballotRow('b'), { title: '5栋 301' }, ['li', 'qian'], 'request-2')
  expect(notices.map(({ to }) => to)).toEqual(['li', 'qian'])
  expect(new Set(notices.map(({ once }) => once))).toEqual(new Set(['paper:request-2']))
  expect(JSON.stringify(notices)).not.toMatch(/同意|弃权|反对/)
})
