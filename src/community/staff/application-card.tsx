import type { OutputOf } from '../../../types/common/contract'
import { asInstant, momentText } from '../../../types/common/time'
import type { communityContract } from '../../../types/community.contract'
import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'

interface ApplicationCardProps {
  centreId: string
  application: OutputOf<typeof communityContract, 'applications'>['rows'][number]
}

/** One application: let in, or sent back with a reason the person will read. */
export function ApplicationCard({ centreId, application }: ApplicationCardProps) {
  const { residentId, name, phone, building, room, askedAt } = application
  const approve = useWrite(community.decideApplication)
  const reject = useWrite(community.decideApplication)
  const letIn = async () => {
    if (await approve.send({ centreId, residentId, decision: 'approve' })) say(`${name} 已通过`)
  }
  const sendBack = async (reason: string) => {
    const done = await reject.send({ centreId, residentId, decision: 'reject', reason })
    if (done) say(`已退回,${name} 会看到原因`)
    return done
  }
  return (
    <Card title={`${building} ${room}`} aside={name}>
      <Note>
        {phone === '' ? '没有留电话' : phone} · {momentText(asInstant(askedAt), asInstant(Date.now()))}登记
      </Note>
      <Side>
        <Button text={`通过,${name}成为住户`} kind="main" busy={approve.busy} onTap={() => void letIn()} />
        <AskReason
          text="退回"
          title={`退回 ${name} 的登记`}
          note="本人会看到这个原因,可以改好再登记"
          yes="退回这份登记"
          write={reject}
          onReason={sendBack}
        />
      </Side>
      <RefusalNotice refusal={approve.refusal} />
    </Card>
  )
}
