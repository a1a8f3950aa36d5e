import type { MealOrder, MenuDocument, MenuSummary } from '../_kit/documents/canteen'
import { sumByFund } from './figures.rule'
import { countingOrders, summaryOf } from './settlement.rule'

/** What the month's sheet needs of a menu. */
export interface SheetMenu extends Pick<MenuDocument, 'day' | 'slot'> {
  readonly orders: Readonly<
    Record<
      string,
      Pick<
        MealOrder,
        | 'dinerId'
        | 'building'
        | 'room'
        | 'delivery'
        | 'price'
        | 'toPay'
        | 'subsidies'
        | 'tier'
        | 'voidedBecause'
      >
    >
  >
}

/** What one menu came to. */
export interface SheetDay extends Pick<MenuDocument, 'day' | 'slot'>, MenuSummary {}

/** What a fund gave for one diner. */
export interface FundLine {
  readonly dinerId: string
  readonly building: string
  readonly room: string
  /** Tiers the meals were priced by, each once. */
  readonly tiers: readonly string[]
  readonly meals: number
  readonly fen: number
}

export interface FundSheet {
  readonly fund: string
  readonly lines: readonly FundLine[]
  /** Sum of the lines. */
  readonly fen: number
}

/** 助餐月表: a month of a canteen by day, and what each fund gave by diner; fen. */
export interface MonthSheet {
  readonly days: readonly SheetDay[]
  readonly funds: readonly FundSheet[]
  readonly meals: number
  readonly diners: number
  /** Sums over the days. */
  readonly price: number
  readonly toPay: number
  readonly subsidy: number
  /** price − toPay − Σ of the funds' sheets, which are added up diner by diner: 0, or the books are wrong. */
  readonly difference: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

type SheetOrder = SheetMenu['orders'][string]

const fundLine = (fund: string, orders: readonly [SheetOrder, ...SheetOrder[]]): FundLine => {
  const [{ dinerId }] = orders
  const newest = orders.at(-1) ?? orders[0]
  const shares = orders.flatMap(({ subsidies }) => subsidies).filter((share) => share.fund === fund)
  return {
    dinerId,
    building: newest.building,
    room: newest.room,
    tiers: [...new Set(orders.map(({ tier }) => tier))],
    meals: orders.length,
    fen: sum(shares.map(({ fen }) => fen)),
  }
}

const fundSheet = (fund: string, orders: readonly SheetOrder[]): FundSheet => {
  const byDiner = new Map<string, [SheetOrder, ...SheetOrder[]]>()
  for (const order of orders) {
    if (!order.subsidies.some((share) => share.fund === fund)) continue
    const known = byDiner.get(order.dinerId)
    if (known) known.push(order)
    else byDiner.set(order.dinerId, [order])
  }
  const lines = [...byDiner.values()].map((own) => fundLine(fund, own))
  return { fund, lines, fen: sum(lines.map(({ fen }) => fen)) }
}

/** Works out the month's sheet of menus in the order of their days; orders declared void do not count. */
export const monthSheetOf = (menus: readonly SheetMenu[]): MonthSheet => {
  const days = menus.map(({ day, slot, orders }) => ({ day, slot, ...summaryOf(orders) }))
  const orders = menus.flatMap((menu) => countingOrders(menu.orders))
  const names = sumByFund(orders.flatMap(({ subsidies }) => subsidies)).map(({ fund }) => fund)
  const funds = names.map((fund) => fundSheet(fund, orders))
  const [price, toPay] = [sum(days.map((day) => day.price)), sum(days.map((day) => day.toPay))]
  return {
    days,
    funds,
    meals: sum(days.map((day) => day.orders)),
    diners: new Set(orders.map(({ dinerId }) => dinerId)).size,
    price,
    toPay,
    subsidy: sum(days.flatMap(({ subsidies }) => subsidies).map(({ fen }) => fen)),
    difference: price - toPay - sum(funds.map(({ fen }) => fen)),
  }
}

/** Names of the sheets of an .xlsx file: at most 31 characters, none of `[]:*?/\`, each once, whatever the funds are called. */
export const sheetNames = (funds: readonly string[]): readonly string[] => {
  const used = new Set<string>(['汇总'])
  return funds.map((fund) => {
    const plain = fund.replace(/[[\]:*?/\\']/g, ' ').trim() || '资金'
    let name = plain
    for (let n = 2; used.has(name); n += 1) name = `${plain} ${n}`
    used.add(name)
    return name
  })
}
