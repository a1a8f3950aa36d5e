import type { OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { whenText } from '../../lists/words'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'

export type CounterRow = OutputOf<typeof pointsContract, 'findRedemption'>

interface CounterCardProps {
  centreId: string
  row: CounterRow
  /** After it was handed out or given back. */
  onDone?: () => void
}

/** One redemption at the counter: what, for whom, handed out or given back. */
export function CounterCard({ centreId, row, onDone }: CounterCardProps) {
  const fulfil = useWrite(points.fulfil)
  const short = useWrite(points.fulfilShort)
  const { redemptionId, title, quantity, building, room, by, pickupBy } = row
  const hand = async () => {
    if (!(await fulfil.send({ centreId, redemptionId }))) return
    say(`${title} × ${quantity} 已交给 ${building} ${room}`)
    onDone?.()
  }
  const give = async () => {
    if (!(await ask('没货了', `${row.points} 分会退回这户存折,并通知他们。`, '退回积分'))) return
    const done = await short.send({ centreId, redemptionId })
    if (!done) return
    say(`${done.points} 分已退回`)
    onDone?.()
  }
  return (
    <Card title={`${title} × ${quantity}`} aside={<Note>{`${building} ${room}`}</Note>}>
      <Note>
        {by} 兑换 · {whenText(pickupBy)} 前取
      </Note>
      <Side>
        <Button
          text="交货"
          label={`交货,${title},${building} ${room}`}
          kind="main"
          busy={fulfil.busy}
          onTap={() => void hand()}
        />
        <Button
          text="没货了,退回积分"
          label={`没货了,退回积分,${title},${building} ${room}`}
          kind="quiet"
          busy={short.busy}
          onTap={() => void give()}
        />
      </Side>
      <RefusalNotice refusal={fulfil.refusal ?? short.refusal} />
    </Card>
  )
}
