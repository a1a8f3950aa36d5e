import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { type AtWork, atWork } from '../at-work'
import { AppointForm } from './appoint-form'
import { RoleTable } from './role-table'

/** 职务: who works here, and who joins them. */
function RolesPage({ centreId }: AtWork) {
  const holders = useRead(community.roleHolders, { centreId })
  return (
    <Page
      title="职务"
      sentence={holders.data && `这里有 ${holders.data.rows.length} 个职务`}
      reading={holders}
    >
      <Loaded reading={holders} rows={4}>
        {({ rows }) => <RoleTable rows={rows} />}
      </Loaded>
      <AppointForm centreId={centreId} />
    </Page>
  )
}

export default atWork(RolesPage)
