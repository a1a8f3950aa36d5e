import type { OutputOf } from '../../../types/common/contract'
import { dayText } from '../../../types/common/time'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'

type PendingLog = OutputOf<typeof pointsContract, 'pendingLogs'>['rows'][number]

/** One log that waits: who logged what for whom; not decided by the one who logged it. */
export function PendingLogCard({ centreId, log }: { centreId: string; log: PendingLog }) {
  const { send, busy, refusal } = useWrite(points.decideLog)
  const { logId, building, room, title, units, note, happenedOn, by, mine } = log
  const decide = async (decision: 'approve' | 'reject') => {
    if (await send({ centreId, logId, decision })) say(decision === 'approve' ? '已到账' : '已退回,没有记分')
  }
  return (
    <Card
      title={`${building} ${room} · ${log.points} 分`}
      aside={mine && <StatusTag tone="calm" word="您记的" />}
    >
      <Note>
        {title} × {units} · {dayText(happenedOn)} · {by} 记
      </Note>
      {note && <Note>{note}</Note>}
      {mine ? (
        <Note>请另一位同事复核</Note>
      ) : (
        <Side>
          <Button text="属实,到账" kind="main" busy={busy} onTap={() => void decide('approve')} />
          <Button text="不属实,退回" kind="quiet" busy={busy} onTap={() => void decide('reject')} />
        </Side>
      )}
      <RefusalNotice refusal={refusal} />
    </Card>
  )
}
