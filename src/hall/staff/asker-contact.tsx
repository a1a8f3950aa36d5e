import { useState } from 'react'
import type { OutputOf } from '../../../types/common/contract'
import type { hallContract } from '../../../types/hall.contract'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Note } from '../../ui/card'
import type { Asked } from './answer-question'
import { CallPerson } from './call-person'

type Contact = OutputOf<typeof hallContract, 'askerContact'>

/** Name and phone of whoever asked, once somebody says what for; that is logged. */
export function AskerContact({ centreId, dayId, question }: Asked) {
  const [contact, setContact] = useState<Contact>()
  const write = useWrite(hall.askerContact)
  const { questionId, name, topic } = question
  const see = async (reason: string) => {
    const found = await write.send({ centreId, dayId, questionId, reason })
    if (found) setContact(found)
    return found
  }
  if (contact) {
    return (
      <>
        <CallPerson name={contact.name} phone={contact.phone} />
        <Note>您看过电话,已记进办事记录。</Note>
      </>
    )
  }
  return (
    <AskReason
      text="看电话"
      title={`看电话,${name},${topic}`}
      note="谁看过、为什么看,会写进办事记录"
      yes="看姓名和电话"
      kind="quiet"
      write={write}
      onReason={see}
    />
  )
}
