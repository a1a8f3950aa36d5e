import type { Instant } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { OwnRow } from '../../_kit/own'
import { table } from '../../_kit/table'
import { questionIdOf } from './slot.rule'

/** More days than anybody asks something on. */
const mostRows = 1000

const outcomeText = {
  '': '等着问',
  answered: '当场答复',
  listed: '列入问题清单',
  absent: '没来',
} as const

const daysOf = (openid: string) =>
  table('receptionDays').find({ askers: openid }, { order: [['order', 'desc']], limit: mostRows })

/** What somebody asked on reception days, for the export of their data. One request. */
export const ownReception = async (openid: string): Promise<OwnRow[]> =>
  (await daysOf(openid)).flatMap(({ _id, title, questions }) => {
    const question = questions[questionIdOf(_id, openid)]
    if (!question) return []
    const { at, topic, outcome, answer } = question
    const text = [topic, `${outcomeText[outcome]}${answer && `:${answer}`}`].join(' ')
    return [{ what: title, at, text }]
  })

/** Whether somebody has a slot on a day that has not begun. One request. */
export const isExpectedInReception = async (openid: string, now: Instant): Promise<boolean> =>
  (
    await table('receptionDays').find(
      { askers: openid, state: 'coming', startsAt: _.gt(now) },
      { limit: 1, fields: { _id: true } },
    )
  ).length > 0

/**
 * Forgets who somebody was who asked something: what was asked and answered stays, under an alias. The list of askers
 * is what finds the days, so it is changed with the question; a repeat finds only what is left.
 */
export const forgetReception = async (openid: string, alias: string): Promise<void> => {
  for (const { _id, askers } of await daysOf(openid)) {
    const question = `questions.${questionIdOf(_id, openid)}`
    const at = `askers.${askers.indexOf(openid)}`
    await table('receptionDays').update(
      { _id, [at]: openid },
      {
        [at]: alias,
        [`${question}.who`]: alias,
        [`${question}.nameSealed`]: '',
        [`${question}.nameMasked`]: '已注销',
        [`${question}.phoneSealed`]: '',
      },
    )
  }
}
