import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/button'
import { Note, Side } from '../../ui/card'
import { Table } from '../../ui/table'
import type { ProjectRow } from './rows'
import { seatsText, spanText } from './words'

/** Projects side by side; each leads to its form and, once published, to its enrolments. */
export function ProjectTable({ centreId, rows }: { centreId: string; rows: readonly ProjectRow[] }) {
  const open = (page: string, { id }: ProjectRow) =>
    void Taro.navigateTo({ url: `/lists/staff/${page}?centreId=${centreId}&projectId=${id}` })
  return (
    <Table
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: '服务',
          wide: true,
          cell: ({ title, unit }) => (
            <View>
              {title}
              <Note>{unit}</Note>
            </View>
          ),
        },
        { title: '时间', wide: true, cell: ({ startsAt, endsAt }) => spanText(startsAt, endsAt) },
        { title: '地点', cell: ({ place }) => place },
        { title: '回应需求', cell: ({ needs }) => `${needs} 条`, digits: true },
        { title: '报名', cell: (row) => seatsText(row), digits: true },
        {
          title: '办理',
          wide: true,
          cell: (row) => (
            <Side>
              <Button
                text={row.state === 'draft' ? '修改' : '查看'}
                label={`${row.state === 'draft' ? '修改' : '查看'} ${row.title}`}
                onTap={() => open('project-page', row)}
              />
              {row.state !== 'draft' && (
                <Button text="名单" label={`名单 ${row.title}`} onTap={() => open('enrolments-page', row)} />
              )}
            </Side>
          ),
        },
      ]}
    />
  )
}
