import type { MealAccountDocument, MealBillDocument, MealJournal } from '../_kit/documents/canteen'
import { sharesIn } from './account.rule'

/** The month (`YYYY-MM`) of the meal a journal is about; undefined when it is about no meal. */
export const monthOfMeal = ({ about }: Pick<MealJournal, 'about'>): string | undefined =>
  /^menu:.+_(\d{4}-\d{2})-\d{2}_[a-z]+$/.exec(about)?.[1]

/** The month before another. */
export const monthBefore = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

type Account = Pick<
  MealAccountDocument,
  '_id' | 'centreId' | 'nameMasked' | 'building' | 'room' | 'balance' | 'journals' | 'order'
>

/**
 * 月账单: what a month's meals came to for one diner, whenever they were ordered: price = subsidy + toPay. `putAway`
 * are the lines of that month and those before it that are no longer in the book. Undefined when there is nothing to
 * tell: no meals, and nothing owed.
 */
export const billOf = (
  account: Account,
  putAway: readonly MealJournal[],
  month: string,
): MealBillDocument | undefined => {
  // a line may stand on both while its month is being put away
  const lines = [...new Map([...putAway, ...account.journals].map((line) => [line.id, line])).values()]
  const ofMeals = lines.filter((line) => monthOfMeal(line) === month)
  const later = account.journals.filter(({ day }) => day.slice(0, 7) > month)
  const bill = {
    meals: sum(ofMeals.map(({ kind }) => (kind === 'refund' ? -1 : 1))),
    subsidy: sum(ofMeals.flatMap(sharesIn).map(({ fen }) => fen)),
    toPay: 0 - sum(ofMeals.map(({ amount }) => amount)),
    closing: account.balance - sum(later.map(({ amount }) => amount)),
  }
  if (bill.meals === 0 && bill.toPay === 0 && bill.subsidy === 0 && bill.closing >= 0) return undefined
  const taken = ofMeals
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.account.startsWith('canteen:'))
  return {
    _id: `${account._id}:${month}`,
    centreId: account.centreId,
    dinerId: account._id,
    month,
    nameMasked: account.nameMasked,
    building: account.building,
    room: account.room,
    ...bill,
    price: sum(taken.map(({ amount }) => amount)),
    order: account.order,
  }
}
