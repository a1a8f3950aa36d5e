import type { BallotDocument } from '../../cloudfunctions/_kit/documents/ballots'
import type { MatterDocument } from '../../cloudfunctions/_kit/documents/matters'
import {
  asking,
  type Colleague,
  isNoticeRunning,
  opining,
  opinionKey,
  stepToTake,
  takingStep,
  waitingFor,
} from '../../cloudfunctions/hall/matter/step.rule'
import { asInstant, type ShanghaiDay } from '../../types/common/time'
import type { Step } from '../../types/hall.words'
import { people } from '../harness/town'
import { at, morning, procedureFor, raised, sorted, teller } from './matter-rows'

const byStaff = teller(people.staff, { nameMasked: '李**' })
const li: Colleague = { who: people.staff, nameMasked: '李**' }
const zhou: Colleague = { who: people.secretary, nameMasked: '周**' }
const opinion = ({ who, nameMasked }: Colleague, text: string) => ({
  [opinionKey(who)]: { who, nameMasked, opinion: text, at: asInstant(0) },
})

describe('asking for opinions', () => {
  test('writes down who was asked, for the staff to see', () => {
    const move = asking(sorted('fast'), [li, zhou], byStaff)
    expect(move).toMatchObject({
      fields: { consulted: { ...opinion(li, ''), ...opinion(zhou, '') } },
      line: { kind: 'asked', text: '请 李**、周** 写意见', internal: true },
      concerns: [li.who, zhou.who],
    })
  })

  test('again leaves what somebody wrote', () => {
    const consulted = opinion(li, '同意')
    expect(asking(sorted('fast', { consulted }), [li, zhou], byStaff)).toMatchObject({
      fields: { consulted: { ...consulted, ...opinion(zhou, '') } },
    })
  })

  test('is a step of its own', () => {
    expect(asking(sorted('brief'), [li], byStaff)).toEqual({ refused: 'HALL.NOT_THIS_STEP' })
    const later = sorted('fast', { done: ['assign', 'consult'] })
    expect(asking(later, [li], byStaff)).toEqual({ refused: 'HALL.NOT_THIS_STEP' })
  })
})

describe('an opinion', () => {
  const consulted = { ...opinion(li, ''), ...opinion(zhou, '') }

  test('is waited for until everybody wrote one; the last one ends the step', () => {
    const first = opining(sorted('fast', { consulted }), '换灯头', byStaff)
    expect(first).toMatchObject({
      fields: { consulted: { [opinionKey(li.who)]: { opinion: '换灯头', at: morning } } },
      line: { kind: 'opinion', text: '意见:换灯头', internal: true },
    })
    expect(first).not.toHaveProperty('fields.done')
    const one = { ...consulted, ...opinion(zhou, '同意') }
    expect(waitingFor({ consulted: one })).toBe(1)
    expect(opining(sorted('fast', { consulted: one }), '换灯头', byStaff)).toMatchObject({
      fields: { done: ['assign', 'consult'] },
      line: { kind: 'consult', internal: true },
    })
  })

  test('may be written anew while others are waited for', () => {
    const matter = sorted('fast', { consulted: { ...consulted, ...opinion(li, '换灯头') } })
    expect(opining(matter, '换整盏', byStaff)).toMatchObject({
      fields: { consulted: { [opinionKey(li.who)]: { opinion: '换整盏' } } },
    })
  })

  test('is nobody’s who was not asked, and nothing for later', () => {
    const matter = sorted('fast', { consulted: opinion(zhou, '') })
    expect(opining(matter, '换灯头', byStaff)).toEqual({ refused: 'HALL.NOT_ASKED' })
    const later = sorted('fast', { consulted, done: ['assign', 'consult'] })
    expect(opining(later, '换灯头', byStaff)).toEqual({ refused: 'HALL.NOT_THIS_STEP' })
    expect(opining(sorted('fast', { consulted, state: 'closed' }), '换', byStaff)).toEqual({
      refused: 'HALL.MATTER_OVER',
    })
  })
})

describe('a step taken', () => {
  const taken = (step: 'conclude' | 'resolve' | 'publicNotice', ballot?: BallotDocument) => ({
    ...{ step, text: '更换灯头', ballot },
    ballotId: ballot ? 'ballot-1' : '',
  })
  const assembly = (done: Step[], facts: Partial<MatterDocument> = {}) =>
    sorted('assembly', { done: ['assign', 'announce', ...done], ...facts })
  const met = assembly(['meet', 'minutes'])
  const resolved = { sessionId: 's', at: morning, title: '第二次', outcome: 'resolved' as const }
  const counted = (facts: Partial<BallotDocument>) =>
    ({ matterId: met._id, state: 'counted', result: { passed: true }, ...facts }) as BallotDocument

  test('conclude: after the opinions', () => {
    const matter = sorted('fast', { done: ['assign', 'consult'] })
    expect(takingStep(matter, taken('conclude'), byStaff)).toMatchObject({
      fields: { done: ['assign', 'consult', 'conclude'] },
      line: { kind: 'conclude', text: '形成意见:更换灯头', internal: false },
    })
    expect(takingStep(sorted('fast'), taken('conclude'), byStaff)).toEqual({
      refused: 'HALL.NOT_THIS_STEP',
    })
  })

  test('resolve: stands on what a session resolved', () => {
    expect(takingStep(met, taken('resolve'), byStaff)).toEqual({ refused: 'HALL.BALLOT_NOT_PASSED' })
    const continued = assembly(['meet', 'minutes'], { sessions: [{ ...resolved, outcome: 'continued' }] })
    expect(takingStep(continued, taken('resolve'), byStaff)).toEqual({ refused: 'HALL.BALLOT_NOT_PASSED' })
    const matter = assembly(['meet', 'minutes'], { sessions: [resolved] })
    expect(takingStep(matter, taken('resolve'), byStaff)).toMatchObject({
      fields: { done: ['assign', 'announce', 'meet', 'minutes', 'resolve'] },
      line: { kind: 'resolve', text: '形成决议:更换灯头', about: '' },
    })
  })

  test('resolve: or on a ballot about it that was counted and passed', () => {
    expect(takingStep(met, taken('resolve', counted({})), byStaff)).toMatchObject({
      line: { about: 'ballot-1' },
    })
    const others: Partial<BallotDocument>[] = [
      { matterId: 'another' },
      { state: 'open', result: null },
      { result: { ...counted({}).result, passed: false } as BallotDocument['result'] },
    ]
    for (const facts of others) {
      expect(takingStep(met, taken('resolve', counted(facts)), byStaff)).toEqual({
        refused: 'HALL.BALLOT_NOT_PASSED',
      })
    }
    const lost = { ...taken('resolve'), ballotId: 'no-such-ballot' }
    const both = assembly(['meet', 'minutes'], { sessions: [resolved] })
    expect(takingStep(both, lost, byStaff)).toEqual({ refused: 'HALL.BALLOT_NOT_PASSED' })
  })

  test('public notice: runs for as many days as the procedure says', () => {
    const matter = assembly(['meet', 'minutes', 'resolve'])
    expect(takingStep(matter, taken('publicNotice'), byStaff)).toMatchObject({
      fields: { publicNoticeUntil: '2026-12-08' },
      line: { kind: 'publicNotice', text: '公示到12月8日:更换灯头' },
    })
    const none = { ...matter, procedure: { ...procedureFor('assembly'), publicNoticeDays: 0 } }
    expect(takingStep(none, taken('publicNotice'), byStaff)).toMatchObject({
      fields: { publicNoticeUntil: '' },
      line: { text: '公示:更换灯头' },
    })
  })

  test.each(['conclude', 'resolve', 'publicNotice'] as const)('%s: not before its turn', (step) => {
    expect(takingStep(sorted('assembly'), taken(step), byStaff)).toEqual({ refused: 'HALL.NOT_THIS_STEP' })
  })
})

test.each([
  ['', '2026-12-01', 0, false],
  ['2026-12-08', '2026-12-08', 1439, true],
  ['2026-12-08', '2026-12-09', 0, false],
])('public notice until 「%s」 on %s, minute %i: running %s', (until, day, minutes, running) => {
  const publicNoticeUntil = until as ShanghaiDay | ''
  expect(isNoticeRunning({ publicNoticeUntil }, at(day, minutes))).toBe(running)
})

test('there is a next step only while somebody works on it', () => {
  expect(stepToTake(sorted('brief'))).toBe('answer')
  expect(stepToTake(raised())).toBe('')
  expect(stepToTake(sorted('brief', { state: 'closed' }))).toBe('')
})
