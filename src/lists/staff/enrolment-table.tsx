import { asInstant, momentText } from '../../../types/common/time'
import { EmptyState } from '../../ui/empty-state'
import { StatusTag } from '../../ui/status-tag'
import { Table } from '../../ui/table'
import type { EnrolmentRow } from './rows'

/** Who comes and who waits, in order; names masked. */
export function EnrolmentTable({ rows }: { rows: readonly EnrolmentRow[] }) {
  const now = asInstant(Date.now())
  if (rows.length === 0) return <EmptyState why="还没有人报名。可以把清单再发到群里" />
  return (
    <Table
      rows={rows}
      keyOf={({ state, position }) => `${state}${position}`}
      columns={[
        { title: '姓名', wide: true, cell: ({ name, by }) => (by ? `${name}(${by}代报)` : name) },
        {
          title: '名单',
          cell: ({ state, position }) =>
            state === 'seat' ? (
              <StatusTag tone="good" word={`已报上 第 ${position} 位`} />
            ) : (
              <StatusTag tone="warn" word={`候补 第 ${position} 位`} />
            ),
        },
        { title: '报名时间', cell: ({ at }) => momentText(asInstant(at), now) },
      ]}
    />
  )
}
