import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Card, Note, Side } from '../../ui/card'
import { say } from '../../ui/say'

/** 销号 where nobody in particular raised it: whoever oversees has looked, and says what they saw. */
export function StrikeOff({ centreId, problemId }: { centreId: string; problemId: string }) {
  const write = useWrite(hall.strikeOff)
  const decide = async (solved: boolean, text: string) => {
    const done = await write.send({ centreId, problemId, solved, text })
    if (done) say(solved ? '已销号' : '已退回,三个工作日内重办')
    return done
  }
  return (
    <Card title="请核实">
      <Note>没有提的人,由书记看过现场再销号</Note>
      <Side>
        <AskReason
          text="办好了,销号"
          title="办好了,销号"
          note="写一句看到了什么"
          yes="销号"
          write={write}
          onReason={(text) => decide(true, text)}
        />
        <AskReason
          text="没办好,退回"
          title="没办好,退回重办"
          note="写一句还差什么"
          yes="退回重办"
          kind="quiet"
          write={write}
          onReason={(text) => decide(false, text)}
        />
      </Side>
    </Card>
  )
}
