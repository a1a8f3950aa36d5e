import type { Instant, ShanghaiDay } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { ReceptionDayDocument, ReceptionRuleDocument } from '../../_kit/documents/sessions'
import { table } from '../../_kit/table'
import { inTransaction, type Transaction } from '../../_kit/transaction'
import { changedFacts, type Realigned, realign, receptionDayId } from './reception-day.rule'

/** More rules than a centre keeps. */
const mostRules = 100

/** A centre's rules, oldest first. One request. */
export const rulesOf = (centreId: string): Promise<ReceptionRuleDocument[]> =>
  table('receptionRules').find({ centreId }, { order: [['order', 'asc']], limit: mostRules })

/** One rule of a centre, in a transaction that changes it. */
export const ruleForUpdate = async (
  transaction: Transaction,
  centreId: string,
  ruleId: string,
): Promise<ReceptionRuleDocument | undefined> => {
  const rule = await transaction.get('receptionRules', ruleId)
  return rule?.centreId === centreId ? rule : undefined
}

/** Writes a rule anew or over the one that stands. One request. */
export const writeRule = async (
  transaction: Transaction,
  rule: ReceptionRuleDocument,
  isNew: boolean,
): Promise<void> => {
  const { _id, ...facts } = rule
  if (isNew) await transaction.insert('receptionRules', rule)
  else await transaction.update('receptionRules', _id, { ...facts, recurrence: _.set(facts.recurrence) })
}

const carryOut = async (transaction: Transaction, dayId: string, realigned: Realigned): Promise<void> => {
  if (realigned.to === 'change') {
    await transaction.update('receptionDays', dayId, changedFacts(realigned.day))
  }
  if (realigned.to === 'drop') await transaction.remove('receptionDays', dayId)
}

/** Holds the days in question against those wanted and brings them in line, a request or two for each. */
export const realignDays = async (
  transaction: Transaction,
  ruleId: string,
  inQuestion: readonly ShanghaiDay[],
  wanted: readonly ReceptionDayDocument[],
  now: Instant,
): Promise<void> => {
  const toMake: ReceptionDayDocument[] = []
  for (const day of inQuestion) {
    const dayId = receptionDayId(ruleId, day)
    const standing = await transaction.get('receptionDays', dayId)
    const realigned = realign(
      standing,
      wanted.find(({ _id }) => _id === dayId),
      now,
    )
    if (realigned.to === 'make') toMake.push(realigned.day)
    else await carryOut(transaction, dayId, realigned)
  }
  if (toMake.length > 0) await transaction.insertAll('receptionDays', toMake)
}

/** Rules whose days do not reach up to a day yet, the furthest behind first. */
export const rulesBehind = (until: ShanghaiDay, limit: number): Promise<ReceptionRuleDocument[]> =>
  table('receptionRules').find(
    { stopped: false, madeUntil: _.lt(until) },
    { order: [['madeUntil', 'asc']], limit },
  )

/**
 * Makes the days of a rule that reach further than those that stand, once: none of a rule's days lies after
 * `madeUntil`. Nothing happens when the rule was changed, or others made them, since it was read.
 */
export const makeDays = (
  rule: ReceptionRuleDocument,
  days: readonly ReceptionDayDocument[],
  until: ShanghaiDay,
): Promise<void> =>
  inTransaction(async (transaction) => {
    const standing = await transaction.get('receptionRules', rule._id)
    const isSame = standing?.madeUntil === rule.madeUntil && standing.editedIn === rule.editedIn
    if (!isSame) return { commit: false, result: undefined }
    if (days.length > 0) await transaction.insertAll('receptionDays', days)
    await transaction.update('receptionRules', rule._id, { madeUntil: until })
    return { commit: true, result: undefined }
  })
