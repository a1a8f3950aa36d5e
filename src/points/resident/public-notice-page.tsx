import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { NotMember } from '../not-member'
import { useMember } from '../use-member'
import { PublicNoticeCard } from './public-notice-card'

/** 积分公示: what was logged lately, open to objections by any household of the community. */
export default function PublicNoticePage() {
  const { me, centreId, member } = useMember()
  const notices = useReadPages(points.publicNotice, member && centreId ? { centreId } : undefined)
  return (
    <Page title="积分公示" sentence="觉得哪一笔不对,公示期内可以提异议" reading={notices}>
      {me.data && !member && <NotMember me={me} />}
      {member && centreId && (
        <Loaded reading={notices}>
          {(rows) => (
            <>
              {rows.length === 0 && <EmptyState why="现在没有公示中的积分" />}
              {rows.map((row) => (
                <PublicNoticeCard key={row.journalId} centreId={centreId} row={row} />
              ))}
            </>
          )}
        </Loaded>
      )}
      <MoreRows reading={notices} />
    </Page>
  )
}
