import { points } from '../../cloud/rooms'
import { RotatingCode } from '../../ui/rotating-code'

/** A shift's code for whoever checks in or out. */
export function ShiftCode({ centreId, shiftId }: { centreId: string; shiftId: string }) {
  return (
    <RotatingCode
      title="签到签退码"
      note="给到场的人看,半分钟换一次"
      action={points.shiftCode}
      input={{ centreId, shiftId }}
    />
  )
}
