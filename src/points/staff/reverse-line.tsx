import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { say } from '../../ui/say'
import type { StatementLine } from '../shown'
import { signed } from '../words'

interface ReverseLineProps {
  centreId: string
  passbookId: string
  line: StatementLine
}

/** 冲正 an earning that was logged wrongly; the line stays, another takes it back. */
export function ReverseLine({ centreId, passbookId, line }: ReverseLineProps) {
  const write = useWrite(points.reverseJournal)
  if (line.kind !== 'earn' || line.reversed) return null
  const reverse = async (reason: string) => {
    const done = await write.send({ centreId, passbookId, journalId: line.id, reason })
    if (done) say('已冲正')
    return done
  }
  return (
    <AskReason
      text="冲正"
      kind="quiet"
      title={`冲正「${line.reason} ${signed(line.points)}」`}
      note="原来那笔不改,另记一笔扣回;书记可以办"
      yes="冲正这一笔"
      write={write}
      onReason={reverse}
    />
  )
}
