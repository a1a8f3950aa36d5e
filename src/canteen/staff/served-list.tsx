import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import type { Kitchen } from '../shown'

type Order = Kitchen['orders'][number]

interface ServedListProps {
  centreId: string
  menuId: string
  kitchen: Kitchen
}

/** Who eats here: ticked off one by one at the counter; a tick can be taken back. */
export function ServedList({ centreId, menuId, kitchen }: ServedListProps) {
  const eatIn = kitchen.orders.filter(({ delivery }) => !delivery)
  const waiting = eatIn.filter(({ servedAt }) => servedAt === 0)
  const served = eatIn.filter(({ servedAt }) => servedAt > 0)
  if (eatIn.length === 0) return null
  return (
    <Card title={`堂食名单 · 还有 ${waiting.length} 位没领`}>
      {!kitchen.frozen && <Note>截单以后就能勾。</Note>}
      {[...waiting, ...served].map((order) => (
        <ServedRow
          key={order.dinerId}
          centreId={centreId}
          menuId={menuId}
          order={order}
          open={kitchen.frozen}
        />
      ))}
    </Card>
  )
}

interface ServedRowProps {
  centreId: string
  menuId: string
  order: Order
  open: boolean
}

function ServedRow({ centreId, menuId, order, open }: ServedRowProps) {
  const { send, busy, refusal } = useWrite(canteen.markServed)
  const { dinerId, name, building, room, meal, diet, note, servedAt } = order
  const served = servedAt > 0
  return (
    <>
      <Row
        title={`${name} ${building} ${room}`}
        note={[meal, diet, note].filter(Boolean).join(' · ')}
        aside={
          open && (
            <Button
              text={served ? '✓ 领了' : '领餐'}
              label={`${served ? '取消领餐' : '领餐'},${name} ${building} ${room}`}
              kind={served ? 'quiet' : 'plain'}
              busy={busy}
              onTap={() => void send({ centreId, menuId, dinerId, served: !served })}
            />
          )
        }
      />
      <RefusalNotice refusal={refusal} />
    </>
  )
}
