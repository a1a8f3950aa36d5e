import type { canteenContract } from '../../../types/canteen.contract'
import type { OutputOf } from '../../../types/common/contract'
import { Card, Note } from '../../ui/card'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { dayWords, money, slotWords } from '../words'

type Rows = OutputOf<typeof canteenContract, 'mealReconciliations'>['rows']

/** 对账: the orders of each menu against what the accounts were charged. */
export function ReconciliationCard({ rows }: { rows: Rows }) {
  const wrong = rows.filter(({ drift }) => drift.length > 0)
  const tag =
    wrong.length > 0
      ? ({ tone: 'late', word: `${wrong.length} 顿对不上` } as const)
      : ({ tone: 'good', word: '一分不差' } as const)
  return (
    <Card title="对账" aside={rows.length > 0 && <StatusTag {...tag} />}>
      {rows.length === 0 && <Note>还没有对过账,每天夜里对前一天的。</Note>}
      {rows.length > 0 && <Note>对了 {rows.length} 顿:每一份订餐和各户账上的每一笔。</Note>}
      {wrong.flatMap(({ menuId, day, slot, drift }) =>
        drift.map(({ dinerId, expected, found }) => (
          <Row
            key={`${menuId}${dinerId}`}
            title={`${dayWords(day)} ${slotWords[slot]}`}
            note={`应记 ${money(expected)},账上 ${money(found)}`}
          />
        )),
      )}
    </Card>
  )
}
