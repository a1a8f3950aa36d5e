import { asInstant, momentText } from '../../../types/common/time'
import { needSources } from '../../../types/common/words'
import { Table } from '../../ui/table'
import type { NeedRow } from './rows'
import { limitsText } from './words'

/** Needs side by side: what, for whom, when, from where. */
export function NeedTable({ rows }: { rows: readonly NeedRow[] }) {
  const now = asInstant(Date.now())
  return (
    <Table
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { title: '需求', wide: true, cell: ({ text }) => text },
        {
          title: '对象',
          cell: ({ beneficiary, mobilityImpaired }) =>
            beneficiary.join('、') + (mobilityImpaired ? ',行动不便' : ''),
        },
        { title: '时间', cell: ({ weekdays, hours }) => limitsText(weekdays, hours) },
        { title: '人数', cell: ({ headcount }) => headcount, digits: true },
        {
          title: '来源',
          cell: ({ source, person }) => [needSources[source], person].filter(Boolean).join(' '),
        },
        { title: '登记', cell: ({ at }) => momentText(asInstant(at), now) },
      ]}
    />
  )
}
