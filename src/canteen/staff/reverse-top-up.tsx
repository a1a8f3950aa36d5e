import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { say } from '../../ui/say'
import type { MealAccount } from '../shown'
import { dayWords, money } from '../words'

interface ReverseTopUpProps {
  centreId: string
  dinerId: string
  line: MealAccount['lines'][number] | undefined
}

/** 冲正 money that was booked wrongly; the line stays, another takes it back. Meals are cancelled or voided instead. */
export function ReverseTopUp({ centreId, dinerId, line }: ReverseTopUpProps) {
  const write = useWrite(canteen.reverseTopUp)
  if (!line || line.reversed || (line.kind !== 'topUp' && line.kind !== 'payOut')) return null
  const reverse = async (reason: string) => {
    const done = await write.send({ centreId, dinerId, journalId: line.id, reason })
    if (done) say(`已冲正,余额 ${money(done.balance)}`)
    return done
  }
  return (
    <AskReason
      text="冲正"
      kind="quiet"
      title={`冲正「${dayWords(line.day)} ${line.reason} ${money(line.fen)}」`}
      note="原来那笔不改,另记一笔抵掉"
      yes="冲正这一笔"
      write={write}
      onReason={reverse}
    />
  )
}
