import { useState } from 'react'
import type { OutputOf } from '../../../types/common/contract'
import type { hallContract } from '../../../types/hall.contract'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Card, Note } from '../../ui/card'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { CallPerson } from './call-person'
import type { OfMatter } from './of-matter'

type Contact = OutputOf<typeof hallContract, 'raiserContact'>

const sources: Readonly<Record<OfMatter['matter']['source'], string>> = {
  self: '自己提的',
  visit: '入户走访时说的',
  phone: '打电话说的',
  group: '在群里说的',
  reception: '接访日说的',
}

/** Who raised it and who answers for it, with the number to call after a reason was given. */
export function MatterPeople({ centreId, matter }: OfMatter) {
  const { by, source, anonymous, hiddenBecause, officerName } = matter
  return (
    <Card title="人">
      <Row
        title={by}
        note={[sources[source], anonymous && '邻居看不到是谁'].filter(Boolean).join(' · ')}
        aside={hiddenBecause !== '' && <StatusTag tone="warn" word="没公开" />}
      />
      {hiddenBecause !== '' && <Note>没公开,因为:{hiddenBecause}</Note>}
      {officerName !== '' && <Row title={officerName} note="经办人" />}
      <RaiserContact centreId={centreId} matter={matter} />
    </Card>
  )
}

function RaiserContact({ centreId, matter }: OfMatter) {
  const [contact, setContact] = useState<Contact>()
  const see = useWrite(hall.raiserContact)
  if (contact) {
    return (
      <>
        <CallPerson name={contact.name} phone={contact.phone} />
        <Note>您看过电话,已记进这件事的经过。</Note>
      </>
    )
  }
  return (
    <AskReason
      text="看电话"
      title={`看电话,${matter.by}`}
      note="谁看过、为什么看,会写进这件事的经过。"
      yes="看姓名和电话"
      write={see}
      onReason={async (reason) => {
        const found = await see.send({ centreId, matterId: matter.matterId, reason })
        if (found) setContact(found)
        return found
      }}
    />
  )
}
