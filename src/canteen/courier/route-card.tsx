import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import { routePath } from '../courier-paths'
import type { Route } from '../shown'
import { slotWords } from '../words'
import { progressWords } from './outcome-words'

/** One route in the list: whose it is, how far it is, and taking it. */
export function RouteCard({ centreId, route }: { centreId: string; route: Route }) {
  const { send, busy, refusal } = useWrite(canteen.takeRoute)
  const { routeId, day, slot, title, state, courier, mine, stops } = route
  const outcomes = stops.flatMap(({ tick }) => tick?.outcome ?? [])
  const take = async () => {
    if (!(await send({ centreId, routeId }))) return
    say('领好了,没信号也能勾')
    open(routePath(centreId, routeId, day))
  }
  const tag = mine
    ? ({ tone: 'own', word: '我送' } as const)
    : state === 'open'
      ? ({ tone: 'warn', word: '没人领' } as const)
      : ({ tone: 'good', word: `${courier} 在送` } as const)
  return (
    <Card title={title} aside={<StatusTag {...tag} />}>
      <Note>
        {slotWords[slot]} · {progressWords(stops.length, outcomes)}
      </Note>
      <RefusalNotice refusal={refusal} />
      {state === 'open' ? (
        <Button
          text={`我来送这 ${stops.length} 份`}
          label={`我来送 ${title}`}
          kind="main"
          busy={busy}
          onTap={() => void take()}
        />
      ) : (
        <Button
          text={mine ? '打开送餐单' : '看看送到哪了'}
          label={`${mine ? '打开送餐单' : '看看'} ${title}`}
          onTap={() => open(routePath(centreId, routeId, day))}
        />
      )}
    </Card>
  )
}
