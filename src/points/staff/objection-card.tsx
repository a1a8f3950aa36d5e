import type { OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { whenText } from '../../lists/words'
import { AskReason } from '../../ui/ask-reason'
import { Card, Note, Side } from '../../ui/card'
import { say } from '../../ui/say'
import { signed } from '../words'

type Objection = OutputOf<typeof pointsContract, 'objections'>['rows'][number]

interface ObjectionCardProps {
  centreId: string
  objection: Objection
  open: boolean
}

/** One objection: the line it is about, the words, and the decision with its own words. */
export function ObjectionCard({ centreId, objection, open }: ObjectionCardProps) {
  const write = useWrite(points.decideObjection)
  const { objectionId, household, line, reason, by, at, decision } = objection
  const decide = async (verdict: 'uphold' | 'dismiss', words: string) => {
    const done = await write.send({ centreId, objectionId, decision: verdict, words })
    if (done) say(verdict === 'uphold' ? '已冲正,通知已发' : '已回复,通知已发')
    return done
  }
  return (
    <Card title={`${household} ${line} ${signed(objection.points)}`}>
      <Note>
        {by} {whenText(at)} 提出:{reason}
      </Note>
      {decision && <Note>处理:{decision}</Note>}
      {open && (
        <Side>
          <AskReason
            text="成立,冲正"
            title="这一笔记错了"
            note="原因会告诉提的人和这一户"
            yes="冲正这一笔"
            write={write}
            onReason={(words) => decide('uphold', words)}
          />
          <AskReason
            text="不成立"
            kind="quiet"
            title="这一笔没有错"
            note="原因会告诉提的人"
            yes="这样回复"
            write={write}
            onReason={(words) => decide('dismiss', words)}
          />
        </Side>
      )}
    </Card>
  )
}
