import { dayText } from '../../../types/common/time'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Card, Note } from '../../ui/card'
import { say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import type { PublicNoticeRow } from '../shown'
import { signed } from '../words'

/** One line under public notice, with the way to object. */
export function PublicNoticeCard({ centreId, row }: { centreId: string; row: PublicNoticeRow }) {
  const write = useWrite(points.object)
  const { journalId, passbookId, household, reason, day, until, mine } = row
  const object = async (words: string) => {
    const done = await write.send({ centreId, passbookId, journalId, reason: words })
    if (done) say('收到了,书记处理后会通知您')
    return done
  }
  return (
    <Card title={`${household} ${signed(row.points)}`} aside={mine && <StatusTag tone="own" word="您家的" />}>
      <Note>
        {dayText(day)} {reason} · 公示至 {dayText(until)}
      </Note>
      <AskReason
        text="有异议"
        title={`对「${household} ${reason} ${signed(row.points)}」提异议`}
        note="只有社区工作人员看得到是谁提的"
        yes="提异议"
        kind="quiet"
        write={write}
        onReason={object}
      />
    </Card>
  )
}
