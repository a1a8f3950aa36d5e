import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useDeskCentre } from '../../community/desk.store'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Desk } from './desk'

/** 工作台: where a member of staff starts. */
export default function DeskPage() {
  const me = useRead(community.me, {})
  const chosen = useDeskCentre()
  return (
    <Page title="工作台" reading={me}>
      <Loaded reading={me}>
        {({ roles }) => {
          const own = roles[0]
          if (!own) return <EmptyState why="您还没有职务。请社区书记在「职务」里按手机号添加您" />
          return <Desk roles={roles} centreId={chosen || own.centreId} />
        }}
      </Loaded>
    </Page>
  )
}
