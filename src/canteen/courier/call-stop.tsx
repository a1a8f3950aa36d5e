import Taro from '@tarojs/taro'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { Route } from '../shown'

interface CallStopProps {
  centreId: string
  routeId: string
  stop: Route['stops'][number]
}

/** Phones the elder; that the number was read is logged. */
export function CallStop({ centreId, routeId, stop }: CallStopProps) {
  const { send, busy, refusal } = useWrite(canteen.stopContact)
  const { dinerId, building, room, name } = stop
  const call = async () => {
    const contact = await send({ centreId, routeId, dinerId })
    if (!contact) return
    if (contact.phone === '') return say('这户没有留电话,请按「没人应门」')
    await Taro.makePhoneCall({ phoneNumber: contact.phone }).catch(() => say(`电话:${contact.phone}`))
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button
        text="打电话"
        label={`打电话给 ${building} ${room} ${name}`}
        kind="quiet"
        busy={busy}
        onTap={() => void call()}
      />
    </>
  )
}
