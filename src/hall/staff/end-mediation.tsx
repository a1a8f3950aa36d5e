import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { say } from '../../ui/say'

/** 没有谈成: ends it with words on where else the parties can turn. */
export function EndMediation({ centreId, mediationId }: { centreId: string; mediationId: string }) {
  const write = useWrite(hall.endMediation)
  const end = async (reason: string) => {
    const done = await write.send({ centreId, mediationId, reason })
    if (done) say('已经结束,当事人看得到您写的')
    return done
  }
  return (
    <AskReason
      text="没有谈成"
      title="没有谈成"
      note="写给当事人:接下来可以找哪里"
      yes="结束调解"
      kind="quiet"
      write={write}
      onReason={end}
    />
  )
}
