import type { OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Card, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'

export type StaffPassbook = OutputOf<typeof pointsContract, 'passbook'>

/** The members of the household: who may spend, and moving somebody out. */
export function SpendersCard({ centreId, passbook }: { centreId: string; passbook: StaffPassbook }) {
  const { passbookId, members } = passbook
  const setting = useWrite(points.setMaySpend)
  const moving = useWrite(points.moveOut)
  const turn = async (residentId: string, maySpend: boolean) => {
    if (await setting.send({ centreId, passbookId, residentId, maySpend })) say('改好了')
  }
  const moveOut = async (residentId: string, reason: string) => {
    const done = await moving.send({ centreId, residentId, reason })
    if (done) say('已迁出,积分和历史留在这户')
    return done
  }
  return (
    <Card title="这户的家人">
      {members.map(({ residentId, name, maySpend }) => (
        <Row
          key={residentId}
          title={name}
          note={maySpend ? '能兑换' : '不能兑换'}
          aside={
            <Side>
              <Button
                text={maySpend ? '不让兑换' : '让他兑换'}
                label={`${maySpend ? '不让兑换' : '让他兑换'},${name}`}
                kind="quiet"
                busy={setting.busy}
                onTap={() => void turn(residentId, !maySpend)}
              />
              <AskReason
                text="迁出"
                kind="quiet"
                title={`${name} 迁出这户`}
                note="存折、积分和历史都留给这户"
                yes="迁出"
                write={moving}
                onReason={(reason) => moveOut(residentId, reason)}
              />
            </Side>
          }
        />
      ))}
      <RefusalNotice refusal={setting.refusal} />
    </Card>
  )
}
