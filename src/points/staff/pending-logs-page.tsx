import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { PendingLogCard } from './pending-log-card'

/** 复核: logs above an item's limit wait for a second person. */
function PendingLogsPage({ centreId }: AtWork) {
  const logs = useReadPages(points.pendingLogs, { centreId })
  return (
    <Page title="复核记分" sentence="数量大的记分,要另一个人看过才到账" reading={logs}>
      <Loaded reading={logs}>
        {(rows) =>
          rows.length > 0 ? (
            rows.map((log) => <PendingLogCard key={log.logId} centreId={centreId} log={log} />)
          ) : (
            <EmptyState why="没有等着复核的记分" />
          )
        }
      </Loaded>
      <MoreRows reading={logs} />
    </Page>
  )
}

export default atWork(PendingLogsPage)
