import { useRouter } from '@tarojs/taro'
import type { ShanghaiDay } from '../../../types/common/time'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { WaitingWrites } from '../../ui/waiting-writes'
import { today } from '../today'
import { LeaveRoute } from './leave-route'
import { progressWords } from './outcome-words'
import { StopCard } from './stop-card'
import { useTicks } from './use-ticks'

/** 送餐单: the check-off list of one route. What was ticked without reception is shown at once and sent later. */
function RoutePage({ centreId }: AtWork) {
  const { routeId = '', day = today() } = useRouter().params
  const routes = useRead(canteen.routes, { centreId, day: day as ShanghaiDay })
  const route = routes.data?.rows.find((row) => row.routeId === routeId)
  const ticks = useTicks(centreId, routeId)
  const outcomes = route?.stops.flatMap((stop) => ticks.of(stop)?.outcome ?? []) ?? []
  return (
    <Page
      title={route?.title ?? '送餐单'}
      sentence={route && progressWords(route.stops.length, outcomes)}
      reading={routes}
    >
      <WaitingWrites />
      <Loaded reading={routes}>
        {() =>
          route ? (
            <>
              {route.stops.map((stop) => (
                <StopCard
                  key={stop.dinerId}
                  centreId={centreId}
                  route={route}
                  stop={stop}
                  tick={ticks.of(stop)}
                  onTick={(outcome) => void ticks.tick(stop, outcome)}
                />
              ))}
              {route.mine && route.state === 'taken' && <LeaveRoute centreId={centreId} route={route} />}
            </>
          ) : (
            <EmptyState why="这条路线已经并到别的路线里了,请回到列表看看" />
          )
        }
      </Loaded>
    </Page>
  )
}

export default atWork(RoutePage)
