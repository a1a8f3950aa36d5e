import { asInstant, dayText, shanghaiDay } from '../../../types/common/time'
import { Card, Note } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import { Evidence, ProblemFacts } from '../problem-facts'
import { problemStanding } from '../problem-state.rule'
import type { OwnProblem } from '../shown'
import { Story } from '../story'
import { ConfirmProblem } from './confirm-problem'

/** One of my problems: who does what until when, what happened, and my word on it when it is done. */
export function OwnProblemCard({ centreId, problem }: { centreId: string; problem: OwnProblem }) {
  const { text, state, story, evidence, confirmBy } = problem
  return (
    <Card title={text} aside={<StatusTag {...problemStanding(problem)} />}>
      <ProblemFacts problem={problem} />
      <Story lines={story} now={asInstant(Date.now())} />
      <Evidence fileIds={evidence} />
      {state === 'done' && (
        <>
          <Note>{dayText(shanghaiDay(asInstant(confirmBy - 1)))}前没有回话,就按已解决销号</Note>
          <ConfirmProblem centreId={centreId} problem={problem} />
        </>
      )}
    </Card>
  )
}
