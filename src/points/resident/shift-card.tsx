import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { spanText } from '../../lists/words'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import type { Shift } from '../shown'
import { shiftWords } from '../words'
import { CheckCode } from './check-code'

/** One shift: taking it, leaving it, checking in and out with the code at the venue. */
export function ShiftCard({ centreId, shift, member }: { centreId: string; shift: Shift; member: boolean }) {
  const take = useWrite(points.takeShift)
  const leave = useWrite(points.leaveShift)
  const { shiftId, title, place, startsAt, endsAt, cap, taken, pointsPerHour, mine, state } = shift
  const standing = shiftWords[mine]
  const taking = async () => {
    if (await take.send({ centreId, shiftId })) say('报好了,到时候凭现场的码签到')
  }
  const leaving = async () => {
    if (!(await ask('退掉这一班', '退掉后名额给别人,开始前可以再报。', '退掉'))) return
    if (await leave.send({ centreId, shiftId })) say('已退掉')
  }
  return (
    <Card title={title} aside={standing && <StatusTag tone={standing.tone} word={standing.word} />}>
      <Note>
        {spanText(startsAt, endsAt)} · {place}
      </Note>
      <Note>
        每小时 {pointsPerHour} 分 · 已报 {taken}/{cap} 人
      </Note>
      {state === 'open' && member && (
        <Side>
          {mine === 'none' && taken < cap && endsAt > Date.now() && (
            <Button
              text={`我来,还要 ${cap - taken} 人`}
              kind="main"
              busy={take.busy}
              onTap={() => void taking()}
            />
          )}
          {mine === 'none' && taken >= cap && <StatusTag tone="calm" word="人够了" />}
          {mine === 'taken' && startsAt > Date.now() && (
            <Button text="退掉" kind="quiet" busy={leave.busy} onTap={() => void leaving()} />
          )}
          {mine === 'taken' && <CheckCode centreId={centreId} shiftId={shiftId} way="in" />}
          {mine === 'in' && <CheckCode centreId={centreId} shiftId={shiftId} way="out" />}
        </Side>
      )}
      {state === 'cancelled' && <StatusTag tone="late" word="这一班取消了" />}
      <RefusalNotice refusal={take.refusal ?? leave.refusal} />
      {take.refusal?.fields.shiftId && <Note>{take.refusal.fields.shiftId}</Note>}
    </Card>
  )
}
