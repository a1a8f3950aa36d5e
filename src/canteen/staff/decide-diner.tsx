import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { DinerOfStaff } from '../shown'

/** The decision about somebody who wants to eat here; the family is told. */
export function DecideDiner({ diner }: { diner: DinerOfStaff }) {
  const approving = useWrite(canteen.decideDiner)
  const rejecting = useWrite(canteen.decideDiner)
  const { centreId, dinerId, name } = diner
  const approve = async () => {
    if (await approving.send({ centreId, dinerId, decision: 'approve', reason: '' }))
      say('通过了,已通知家人。充值后就能订餐')
  }
  const reject = async (reason: string) => {
    const done = await rejecting.send({ centreId, dinerId, decision: 'reject', reason })
    if (done) say('退回了,原因已通知家人')
    return done
  }
  return (
    <Card title="核对">
      <Note>对一对身份证:姓名、出生日期、门牌都对,再通过。补贴按出生日期算。</Note>
      <RefusalNotice refusal={approving.refusal} />
      <Side>
        <Button
          text={`通过,${name}可以订餐`}
          kind="main"
          busy={approving.busy}
          onTap={() => void approve()}
        />
        <AskReason
          text="退回"
          kind="quiet"
          title={`退回 ${name} 的登记`}
          note="原因会通知登记的人,他改好可以再交"
          yes="退回,通知登记的人"
          write={rejecting}
          onReason={reject}
        />
      </Side>
    </Card>
  )
}
