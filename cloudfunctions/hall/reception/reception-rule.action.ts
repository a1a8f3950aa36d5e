import { shanghaiDay } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import { transact } from '../../_kit/ask'
import { idOf, orderOf } from '../../_kit/ids'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { calendarsAlong, calendarsOf } from '../calendar/calendar.store'
import { comingDays, daysInQuestion, endsOnTheDay, madeUntilAt } from './reception-day.rule'
import { realignDays, ruleForUpdate, rulesOf, writeRule } from './reception-rule.store'

type Hall = typeof hallContract

/** The rules of a centre (固定接访安排), stopped ones too. */
export const receptionRules: Action<Hall, 'receptionRules'> = async ({ centreId }) => ({
  data: {
    rows: (await rulesOf(centreId)).map(
      ({ _id: ruleId, centreId: _centre, madeUntil: _made, editedIn: _edited, order: _order, ...facts }) => ({
        ruleId,
        ...facts,
      }),
    ),
  },
})

/**
 * Writes a rule and makes its days at once, in one transaction: whoever saves it sees what residents can book. Days
 * about which somebody asked something stay as they are.
 */
export const saveReceptionRule: Action<Hall, 'saveReceptionRule'> = along(
  ({ centreId }) => [calendarsAlong(centreId)],
  async ({ ruleId, ...facts }, ask) => {
    const { now, requestKey } = ask
    if (!endsOnTheDay(facts)) return refuse('HALL.WRONG_HOURS')
    const calendars = calendarsOf(ask.lists.calendars ?? [], now)
    return transact(ask, async (transaction) => {
      const before =
        ruleId === undefined ? undefined : await ruleForUpdate(transaction, facts.centreId, ruleId)
      if (ruleId !== undefined && !before) return refuse('COMMON.NOT_FOUND')
      const _id = ruleId ?? idOf('reception', requestKey)
      const order = before?.order ?? orderOf(now, _id)
      const rule = { ...facts, _id, madeUntil: madeUntilAt(now), editedIn: requestKey, order }
      const wanted = comingDays(rule, shanghaiDay(now), calendars, now)
      await writeRule(transaction, rule, !before)
      await realignDays(transaction, _id, daysInQuestion(before, wanted, calendars, now), wanted, now)
      return { data: { ruleId: _id, days: wanted.map(({ day }) => day) }, target: _id }
    })
  },
)
