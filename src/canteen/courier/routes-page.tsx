import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { WaitingWrites } from '../../ui/waiting-writes'
import { today } from '../today'
import { RouteCard } from './route-card'

/** 送餐: today's routes; one's own first, then those nobody took. */
function RoutesPage({ centreId }: AtWork) {
  const day = today()
  const routes = useRead(canteen.routes, { centreId, day })
  const rows = routes.data?.rows ?? []
  const free = rows.filter(({ state }) => state === 'open').length
  const sentence = routes.data && (free > 0 ? `还有 ${free} 条路线没人领` : '今天的路线都有人领了')
  return (
    <Page title="送餐" sentence={rows.length > 0 ? sentence : undefined} reading={routes}>
      <WaitingWrites />
      <Loaded reading={routes}>
        {({ rows: all }) => (
          <>
            {all.length === 0 && <EmptyState why="今天还没有要送的,截单以后会排好路线" />}
            {all
              .toSorted((a, b) => Number(b.mine) - Number(a.mine))
              .map((route) => (
                <RouteCard key={route.routeId} centreId={centreId} route={route} />
              ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(RoutesPage)
