import type { OutputOf } from '../../../types/common/contract'
import { roleNames } from '../../../types/common/roles'
import type { communityContract } from '../../../types/community.contract'
import { EmptyState } from '../../ui/empty-state'
import { Table } from '../../ui/table'
import { DismissButton } from './dismiss-button'

type Holder = OutputOf<typeof communityContract, 'roleHolders'>['rows'][number]

/** Who holds which role, and the end of it. */
export function RoleTable({ rows }: { rows: readonly Holder[] }) {
  if (rows.length === 0) return <EmptyState why="这里还没有工作人员。让他先加入社区,再按手机号添加" />
  return (
    <Table
      rows={rows}
      keyOf={({ residentId, role, centreId }) => `${residentId}${role}${centreId}`}
      columns={[
        { title: '姓名', wide: true, cell: ({ name }) => name },
        { title: '职务', cell: ({ role }) => roleNames[role] },
        { title: '办理', wide: true, cell: (holder) => <DismissButton holder={holder} /> },
      ]}
    />
  )
}
