import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask } from '../../ui/say'
import { routesPath } from '../courier-paths'
import type { Route } from '../shown'

/** For a courier who cannot go on: what is left goes back to the list, what was brought counts. */
export function LeaveRoute({ centreId, route }: { centreId: string; route: Route }) {
  const { send, busy, refusal } = useWrite(canteen.leaveRoute)
  const left = route.stops.filter(({ tick }) => !tick).length
  const drop = async () => {
    const sure = await ask('送不了了', `剩下 ${left} 份退回列表,请别人来送;送过的算数。`, '交给别人')
    if (!sure) return
    if (await send({ centreId, routeId: route.routeId }))
      leaveSaying('退回列表了,别人可以领', routesPath(centreId))
  }
  if (left === 0) return null
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button text={`送不了了,剩下 ${left} 份交给别人`} kind="quiet" busy={busy} onTap={() => void drop()} />
    </>
  )
}
