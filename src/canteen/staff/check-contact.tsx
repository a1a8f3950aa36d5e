import { useState } from 'react'
import type { canteenContract } from '../../../types/canteen.contract'
import type { OutputOf } from '../../../types/common/contract'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import type { WelfareCheck } from '../shown'
import { CallNumber } from './call-number'

type Contact = OutputOf<typeof canteenContract, 'welfareContact'>

/** The numbers to call, once somebody asks for them; that is logged. */
export function CheckContact({ centreId, check }: { centreId: string; check: WelfareCheck }) {
  const [contact, setContact] = useState<Contact>()
  const { send, busy, refusal } = useWrite(canteen.welfareContact)
  const { checkId, building, room, name } = check
  const see = async () => {
    const found = await send({ centreId, checkId })
    if (found) setContact(found)
  }
  if (contact) {
    const { phone, emergencyName, relation, emergencyPhone } = contact
    return (
      <>
        {phone === '' && <Note>老人没有留电话</Note>}
        <Side>
          <CallNumber who={contact.name} phone={phone} />
          <CallNumber who={`${emergencyName}(${relation})`} phone={emergencyPhone} />
        </Side>
        <Note>您看过电话,已记进办事记录。</Note>
      </>
    )
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button
        text="看电话和紧急联系人"
        label={`看电话和紧急联系人,${building} ${room} ${name}`}
        kind="main"
        busy={busy}
        onTap={() => void see()}
      />
      <Note>谁看过会写进办事记录。</Note>
    </>
  )
}
