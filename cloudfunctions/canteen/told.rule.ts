import { yuan } from '../../types/common/money'
import { addDays, dayText, type ShanghaiDay } from '../../types/common/time'
import { mealSlotNames } from '../../types/common/words'
import type { DinerDocument, MealBillDocument, MealReconciliationDocument } from '../_kit/documents/canteen'
import type { NoticeToSend } from '../_kit/notices'

type Named = Pick<DinerDocument, '_id' | 'nameMasked'>

/** A delivery entitlement is announced to end this many days before. */
const daysBefore = 7

/** To the family: the staff decided about the application; once per decision. */
export const decidedNotices = (
  { _id, family, nameMasked }: Named & Pick<DinerDocument, 'family'>,
  decision: 'approve' | 'reject',
  reason: string,
  requestKey: string,
): readonly NoticeToSend[] =>
  family.map(({ who: to }) => ({
    to,
    ...(decision === 'approve'
      ? {
          title: '用餐登记通过了',
          text: `${nameMasked} 可以订餐了。`,
          page: `/canteen/resident/order-page?dinerId=${_id}`,
        }
      : {
          title: '用餐登记没有通过',
          text: `${nameMasked} 的登记退回了:${reason}`,
          page: `/canteen/resident/diner-page?dinerId=${_id}`,
        }),
    once: `diner-decided:${requestKey}`,
  }))

/** Whether an entitlement to 送餐上门 is to be announced to end, and has not ended. */
export const endsSoon = (
  { deliveryUntil }: Pick<DinerDocument, 'deliveryUntil'>,
  today: ShanghaiDay,
): boolean => deliveryUntil !== '' && deliveryUntil >= today && deliveryUntil <= addDays(today, daysBefore)

/** To family and staff: 送餐上门 ends; once for each end. */
export const deliveryEndNotices = (
  { _id, nameMasked, centreId, deliveryUntil }: Named & Pick<DinerDocument, 'centreId' | 'deliveryUntil'>,
  family: readonly string[],
  staff: readonly string[],
): readonly NoticeToSend[] => {
  if (deliveryUntil === '') return []
  const common = { title: '送餐上门快到期了', once: `delivery-ends:${_id}:${deliveryUntil}` }
  const last = `${nameMasked} 的送餐上门到${dayText(deliveryUntil)}为止`
  return [
    ...family.map((to) => ({
      ...common,
      to,
      text: `${last}。还需要的话,请联系社区办延期。`,
      page: `/canteen/resident/order-page?dinerId=${_id}`,
    })),
    ...staff
      .filter((to) => !family.includes(to))
      .map((to) => ({
        ...common,
        to,
        text: `${last}。请上门看看是否还需要。`,
        page: `/canteen/staff/diner-page?centreId=${centreId}&dinerId=${_id}`,
      })),
  ]
}

/** To the family: what the month came to; once per month. */
export const billNotices = (
  { dinerId, nameMasked, month, meals, toPay, subsidy, closing }: MealBillDocument,
  family: readonly string[],
): readonly NoticeToSend[] => {
  const rest = closing < 0 ? `月底欠 ${yuan(-closing)} 元,请到社区交` : `月底余额 ${yuan(closing)} 元`
  return family.map((to) => ({
    to,
    title: `${Number(month.slice(5))}月餐费账单`,
    text: `${nameMasked} 吃了 ${meals} 顿,自付 ${yuan(toPay)} 元,补贴 ${yuan(subsidy)} 元;${rest}。`,
    page: `/canteen/resident/account-page?dinerId=${dinerId}`,
    once: `meal-bill:${dinerId}:${month}`,
  }))
}

/** To those who audit a canteen's centre: orders and accounts of a menu differ; once per menu. */
export const menuDriftNotices = (
  auditors: readonly string[],
  {
    _id,
    centreId,
    day,
    slot,
    drift,
  }: Pick<MealReconciliationDocument, '_id' | 'centreId' | 'day' | 'slot' | 'drift'>,
): readonly NoticeToSend[] =>
  drift.length === 0
    ? []
    : auditors.map((to) => ({
        to,
        title: '餐费对账有出入',
        text: `${dayText(day)}${mealSlotNames[slot]}有 ${drift.length} 位老人的账户和订单对不上,请尽快查看。`,
        page: `/canteen/staff/figures-page?centreId=${centreId}`,
        once: `meal-drift:${_id}`,
      }))

/** To those who audit a centre: accounts whose lines do not add up to their balance; once per day. */
export const accountDriftNotices = (
  auditors: readonly string[],
  centreId: string,
  accounts: number,
  today: ShanghaiDay,
): readonly NoticeToSend[] =>
  auditors.map((to) => ({
    to,
    title: '餐费账户有出入',
    text: `有 ${accounts} 个餐费账户的余额和明细对不上,请尽快查看。`,
    page: `/canteen/staff/figures-page?centreId=${centreId}`,
    once: `account-drift:${centreId}:${today}`,
  }))
