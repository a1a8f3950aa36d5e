import { useState } from 'react'
import type { canteenContract } from '../../../types/canteen.contract'
import type { OutputOf } from '../../../types/common/contract'
import { fullDayText } from '../../../types/common/time'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import type { DinerOfStaff } from '../shown'
import { CallNumber } from './call-number'
import { ageWords } from './diner-states'

type Personal = OutputOf<typeof canteenContract, 'dinerPersonal'>

/** Who it is, masked; name, birth date and phones whole after a tap that is logged. */
export function DinerFacts({ diner }: { diner: DinerOfStaff }) {
  const [whole, setWhole] = useState<Personal>()
  const { name, building, room, age, emergency, phone, deliveryUntil, deliveryReason } = diner
  const contact = whole
    ? `${whole.emergencyName}(${emergency.relation})`
    : `${emergency.name}(${emergency.relation})${emergency.phone}`
  return (
    <Card title={`${building} ${room} ${whole?.name ?? name}`}>
      <Note>{whole ? `${whole.birthDay} 出生` : ageWords(age)}</Note>
      <Note>电话:{(whole?.phone ?? phone) || '没有留'}</Note>
      <Note>紧急联系人:{contact}</Note>
      <Note>
        {deliveryUntil === ''
          ? '没有送餐上门'
          : `送餐上门到 ${fullDayText(deliveryUntil)} 为止:${deliveryReason}`}
      </Note>
      {diner.rejectedBecause !== '' && <Note>退回原因:{diner.rejectedBecause}</Note>}
      {diner.state === 'ended' && (
        <Note>已停用。要恢复,在「替老人登记」里按原来的姓名、生日、门牌再登记一次。</Note>
      )}
      {whole ? (
        <>
          <Side>
            <CallNumber who={whole.name} phone={whole.phone} />
            <CallNumber who={whole.emergencyName} phone={whole.emergencyPhone} />
          </Side>
          <Note>您看过这位老人的资料,已记进办事记录。</Note>
        </>
      ) : (
        <SeePersonal diner={diner} onSeen={setWhole} />
      )}
    </Card>
  )
}

interface SeePersonalProps {
  diner: DinerOfStaff
  onSeen: (personal: Personal) => void
}

function SeePersonal({ diner, onSeen }: SeePersonalProps) {
  const { send, busy, refusal } = useWrite(canteen.dinerPersonal)
  const { centreId, dinerId } = diner
  const see = async () => {
    const personal = await send({ centreId, dinerId })
    if (personal) onSeen(personal)
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button text="看真名、生日、电话" busy={busy} onTap={() => void see()} />
      <Note>谁看过会写进办事记录。</Note>
    </>
  )
}
