import { useState } from 'react'
import type { OutputOf } from '../../../types/common/contract'
import type { hallContract } from '../../../types/hall.contract'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import type { Mediation } from '../shown'
import { CallPerson } from './call-person'

type Contact = OutputOf<typeof hallContract, 'partyContact'>

interface PartyContactProps {
  centreId: string
  mediationId: string
  party: Mediation['people'][number]
}

/** Name and phone of one party, once the mediator asks for them; that is logged. */
export function PartyContact({ centreId, mediationId, party }: PartyContactProps) {
  const [contact, setContact] = useState<Contact>()
  const { send, busy, refusal } = useWrite(hall.partyContact)
  const see = async () => {
    const found = await send({ centreId, mediationId, key: party.key })
    if (found) setContact(found)
  }
  if (!contact) {
    return (
      <>
        <RefusalNotice refusal={refusal} />
        <Button text={`看 ${party.name} 的电话`} busy={busy} onTap={() => void see()} />
      </>
    )
  }
  return (
    <>
      <CallPerson name={contact.name} phone={contact.phone} />
      <Note>您看过电话,已记进办事记录。</Note>
    </>
  )
}
