import { community } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { Columns } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { type AtWork, atWork } from '../at-work'
import { ApplicationCard } from './application-card'

/** 住户审核: people who say they live here. */
function ApplicationsPage({ centreId }: AtWork) {
  const applications = useReadPages(community.applications, { centreId })
  const count = applications.data?.length ?? 0
  const sentence =
    count > 0 ? `${count}${applications.more ? ' 户以上' : ' 户'}等您核对楼栋和房号` : '按楼栋和房号核对'
  return (
    <Page title="住户审核" sentence={sentence} reading={applications}>
      <Loaded reading={applications}>
        {(rows) =>
          rows.length > 0 ? (
            <Columns>
              {rows.map((row) => (
                <ApplicationCard key={row.residentId} centreId={centreId} application={row} />
              ))}
            </Columns>
          ) : (
            <EmptyState why="没有等着审核的住户。居民在首页加入社区以后会出现在这里" />
          )
        }
      </Loaded>
      <MoreRows reading={applications} />
    </Page>
  )
}

export default atWork(ApplicationsPage)
