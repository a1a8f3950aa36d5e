import { yuan } from '../../../types/common/money'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { StatusTag } from '../../ui/status-tag'
import { Table } from '../../ui/table'
import type { Bill } from '../shown'
import { dinerAccountPath } from '../staff-paths'

const door = ({ building, room, name }: Bill): string => `${building} ${room} ${name}`

/** Bills side by side, in yuan. */
export function BillTable({ centreId, rows }: { centreId: string; rows: readonly Bill[] }) {
  return (
    <Table
      rows={rows}
      keyOf={({ dinerId }) => dinerId}
      columns={[
        { title: '用餐人', wide: true, cell: door },
        { title: '顿数', digits: true, cell: ({ meals }) => meals },
        { title: '餐费', digits: true, cell: ({ price }) => yuan(price) },
        { title: '补贴', digits: true, cell: ({ subsidy }) => yuan(subsidy) },
        { title: '自付', digits: true, cell: ({ toPay }) => yuan(toPay) },
        { title: '月末余额', digits: true, cell: ({ closing }) => yuan(closing) },
        { title: '现在余额', digits: true, cell: ({ balance }) => yuan(balance) },
        {
          title: '办理',
          wide: true,
          cell: (bill) => (
            <>
              {bill.balance < 0 && <StatusTag tone="late" word="还欠着" />}
              <Button
                text={bill.balance < 0 ? `收 ${yuan(-bill.balance)} 元` : '看账户'}
                label={`${bill.balance < 0 ? `收 ${yuan(-bill.balance)} 元` : '看账户'},${door(bill)}`}
                onTap={() => open(dinerAccountPath(centreId, bill.dinerId))}
              />
            </>
          ),
        },
      ]}
    />
  )
}
