import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { OwnProblem } from '../shown'

/** 确认销号: solved, or not yet and why. */
export function ConfirmProblem({ centreId, problem }: { centreId: string; problem: OwnProblem }) {
  const yes = useWrite(hall.confirmProblem)
  const no = useWrite(hall.confirmProblem)
  const { problemId, text } = problem
  const confirm = async () => {
    if (await yes.send({ centreId, problemId, solved: true, text: '' })) say('谢谢您,已销号')
  }
  const reopen = async (why: string) => {
    const done = await no.send({ centreId, problemId, solved: false, text: why })
    if (done) say('知道了,三个工作日内重办')
    return done
  }
  return (
    <>
      <Side>
        <Button
          text="解决了"
          label={`解决了,${text}`}
          kind="main"
          busy={yes.busy}
          onTap={() => void confirm()}
        />
        <AskReason
          text="还没解决"
          title={`还没解决,${text}`}
          note="写一句哪里没好,方便接着办"
          yes="请重办"
          kind="quiet"
          write={no}
          onReason={reopen}
        />
      </Side>
      <RefusalNotice refusal={yes.refusal} />
    </>
  )
}
