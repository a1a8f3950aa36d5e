import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node'
import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'

type KitchenView = OutputOf<typeof canteenContract, 'kitchen'>

const border = { borderStyle: 'thin' as const, borderColor: '#000000' }
const kitchenWidths = [30, 10, 84]
const labelsAcross = 4

const text = (value: string) => ({ value, type: String, wrap: true, ...border }) as const
const figure = (value: number) => ({ value, type: Number, ...border }) as const
const bold = (value: string) => ({ ...text(value), fontWeight: 'bold' }) as const
const title = (value: string, columnSpan: number): Row => [
  { value, type: String, fontWeight: 'bold', fontSize: 16, align: 'center', columnSpan },
]

/** A part of the kitchen's sheet: its headers and rows; nothing when there are no rows. */
const part = (headers: readonly [string, string, string], rows: readonly Row[]): SheetData =>
  rows.length === 0 ? [] : [[], headers.map(bold), ...rows]

const kitchenRows = (heading: string, kitchen: KitchenView): SheetData => {
  const counted = (rows: KitchenView['byMeal']): readonly Row[] =>
    rows.map(({ name, portions }) => [text(name), figure(portions), text('')])
  const state = kitchen.frozen ? '已截单' : '还没截单,还会变'
  return [
    title(`${heading} 厨房单`, kitchenWidths.length),
    [
      bold('合计'),
      figure(kitchen.portions),
      text(`${state};堂食 ${kitchen.eatIn},送餐 ${kitchen.deliveries}`),
    ],
    ...part(['套餐', '份数', ''], counted(kitchen.byMeal)),
    ...part(['菜', '份数', ''], counted(kitchen.byDish)),
    ...part(
      ['特殊饮食', '份数', '谁'],
      kitchen.special.map(({ diet, portions, names }) => [
        text(diet),
        figure(portions),
        text(names.join('、')),
      ]),
    ),
    ...part(
      ['忌口', '套餐', '菜'],
      kitchen.clashes.map(({ name, meal, dishes }) => [text(name), text(meal), text(dishes.join('、'))]),
    ),
    ...part(
      ['截单后加的', '套餐', '原因'],
      kitchen.late.map(({ name, meal, reason }) => [text(name), text(meal), text(reason)]),
    ),
  ]
}

/** What is glued on a box: door, masked name, meal, how it is cooked, where it goes. */
const labelText = (order: KitchenView['orders'][number]): string =>
  [
    `${order.building} ${order.room}  ${order.name}`,
    order.diet === '' ? order.meal : `${order.meal}(${order.diet})`,
    `${order.delivery ? '送餐' : '堂食'}${order.late ? ' 加单' : ''}`,
    ...(order.note === '' ? [] : [order.note]),
  ].join('\n')

const labelRows = (heading: string, { orders }: KitchenView): SheetData => {
  const label = (order: KitchenView['orders'][number]) =>
    ({ value: `${heading}\n${labelText(order)}`, type: String, wrap: true, height: 92, ...border }) as const
  return Array.from({ length: Math.ceil(orders.length / labelsAcross) }, (_, row) =>
    orders.slice(row * labelsAcross, (row + 1) * labelsAcross).map(label),
  )
}

/** 厨房单 and 餐盒标签 of a menu as an .xlsx file of two sheets, printed on A4. */
export const kitchenSheetFile = (heading: string, kitchen: KitchenView): Promise<Buffer> =>
  writeExcelFile([
    {
      sheet: '厨房单',
      orientation: 'landscape',
      data: kitchenRows(heading, kitchen),
      columns: kitchenWidths.map((width) => ({ width })),
    },
    {
      sheet: '餐盒标签',
      orientation: 'landscape',
      data: labelRows(heading, kitchen),
      columns: Array.from({ length: labelsAcross }, () => ({ width: 32 })),
    },
  ]).toBuffer()
