import { asInstant } from '../../../types/common/time'
import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Card, Note } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import { Evidence, ProblemFacts } from '../problem-facts'
import { problemStanding } from '../problem-state.rule'
import type { ProblemStory } from '../shown'
import { Story } from '../story'
import { ExtendProblem } from './extend-problem'

/** A problem that climbed: whose it is, all that happened, and more time if there is a reason. */
export function EscalatedCard({ problem }: { problem: ProblemStory }) {
  const { centreId, problemId, text, story, evidence } = problem
  const centre = useRead(community.centre, { centreId })
  return (
    <Card title={text} aside={<StatusTag {...problemStanding(problem)} />}>
      {centre.data && (
        <Note>
          {centre.data.name} {centre.data.phone}
        </Note>
      )}
      <ProblemFacts problem={problem} />
      <Story lines={story} now={asInstant(Date.now())} />
      <Evidence fileIds={evidence} />
      <ExtendProblem centreId={centreId} problemId={problemId} label={`批准延期,${text}`} />
    </Card>
  )
}
