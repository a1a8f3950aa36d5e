import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { yuan } from '../../types/common/money'
import { mealSlotNames } from '../../types/common/words'
import { type FundSheet, type MonthSheet, sheetNames } from './month-sheet.rule'

const border = { borderStyle: 'thin' as const, borderColor: '#000000' }
const text = (value: string) => ({ value, type: String, ...border }) as const
const bold = (value: string) => ({ ...text(value), fontWeight: 'bold' }) as const
const count = (value: number) => ({ value, type: Number, ...border }) as const
/** Fen as yuan, a number one can add up. */
const money = (fen: number) => ({ value: fen / 100, type: Number, format: '0.00', ...border }) as const
const title = (value: string, columnSpan: number) => [
  { value, type: String, fontWeight: 'bold' as const, fontSize: 16, align: 'center' as const, columnSpan },
]

const summaryRows = (heading: string, month: MonthSheet): SheetData => {
  const funds = month.funds.map(({ fund }) => fund)
  const headers = ['日期', '餐次', '份数', '原价', '个人付', ...funds, '补贴合计']
  const agrees = month.difference === 0
  const check = agrees ? '相符:原价 = 个人付 + 各项资金' : `不符:差 ${yuan(month.difference)} 元`
  return [
    title(`${heading} 汇总`, headers.length),
    [bold('就餐人数'), count(month.diners)],
    [bold('核对'), { ...text(check), columnSpan: headers.length - 1 }],
    headers.map(bold),
    ...month.days.map(({ day, slot, orders, price, toPay, subsidies }) => [
      text(day),
      text(mealSlotNames[slot]),
      count(orders),
      money(price),
      money(toPay),
      ...funds.map((name) => money(subsidies.find(({ fund }) => fund === name)?.fen ?? 0)),
      money(subsidies.reduce((sum, { fen }) => sum + fen, 0)),
    ]),
    [
      bold('合计'),
      text(''),
      count(month.meals),
      money(month.price),
      money(month.toPay),
      ...month.funds.map(({ fen }) => money(fen)),
      money(month.subsidy),
    ],
  ]
}

const fundHeaders = ['姓名', '楼栋', '房号', '补贴档次', '份数', '补贴金额', '签字']

const fundRows = (
  heading: string,
  { fund, lines, fen }: FundSheet,
  nameOf: (dinerId: string) => string,
): SheetData => [
  title(`${heading} ${fund}`, fundHeaders.length),
  fundHeaders.map(bold),
  ...lines.map((line) => [
    text(nameOf(line.dinerId)),
    text(line.building),
    text(line.room),
    text(line.tiers.join('、')),
    count(line.meals),
    money(line.fen),
    { ...text(''), height: 24 },
  ]),
  [
    bold('合计'),
    text(''),
    text(''),
    text(''),
    count(lines.reduce((sum, { meals }) => sum + meals, 0)),
    money(fen),
    text(''),
  ],
]

/** 助餐月表 as an .xlsx file: the summary, then a sheet for each fund with a line to sign for each diner. */
export const monthSheetFile = (
  heading: string,
  month: MonthSheet,
  nameOf: (dinerId: string) => string,
): Promise<Buffer> => {
  const names = sheetNames(month.funds.map(({ fund }) => fund))
  return writeExcelFile([
    {
      sheet: '汇总',
      orientation: 'landscape',
      data: summaryRows(heading, month),
      columns: Array.from({ length: 6 + month.funds.length }, () => ({ width: 14 })),
    },
    ...month.funds.map((fund, at) => ({
      sheet: names[at] ?? fund.fund,
      orientation: 'landscape' as const,
      data: fundRows(heading, fund, nameOf),
      columns: [12, 10, 12, 26, 8, 12, 18].map((width) => ({ width })),
    })),
  ]).toBuffer()
}
