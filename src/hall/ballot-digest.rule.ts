import { type Ballot, choiceNames, choices, sumsText, turnoutText } from './ballot-words'

/** What the group reads of a ballot. */
export type DigestedBallot = Pick<
  Ballot,
  'question' | 'unit' | 'state' | 'roll' | 'cast' | 'result' | 'cancelledBecause'
>

/**
 * 发群的文字 of a ballot: how many took part while it is open, afterwards what was counted and each test of the rules,
 * or why it was called off. Single votes stand nowhere.
 */
export const ballotDigest = (centreName: string, ballot: DigestedBallot): string => {
  const { question, unit, state, result, cancelledBecause } = ballot
  const head = (what: string) => `【${centreName}】${what}:${question}`
  if (state === 'cancelled') return [head('表决作废'), cancelledBecause].join('\n')
  if (!result) return [head('正在表决'), `${turnoutText(ballot)}。还没投的邻居点开小程序投票`].join('\n')
  return [
    head(result.passed ? '表决通过' : '表决没有通过'),
    ...choices.map(({ value }) => `${choiceNames[value]}:${sumsText(unit, result[value])}`),
    ...result.tests.map(({ text, met }) => `${met ? '✓' : '×'} ${text}`),
    '每一票投了什么不公开',
  ].join('\n')
}
