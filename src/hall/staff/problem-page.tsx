import { useRouter } from '@tarojs/taro'
import { allows } from '../../../types/common/roles'
import { asInstant } from '../../../types/common/time'
import { community, hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Card, Side } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { StatusTag } from '../../ui/status-tag'
import { Evidence, ProblemFacts } from '../problem-facts'
import { problemStanding } from '../problem-state.rule'
import type { ProblemStory } from '../shown'
import { Story } from '../story'
import { ExtendProblem } from './extend-problem'
import { FinishProblem } from './finish-problem'
import { NoteProblem } from './note-problem'
import { StrikeOff } from './strike-off'

const nextOf = ({ state, hasRaiser }: ProblemStory): string | undefined => {
  if (state === 'struckOff') return undefined
  if (state === 'open') return '办完,附上照片'
  return hasRaiser ? '等提的人确认;五个工作日没有说不同意,就按已解决销号' : '等书记核实销号'
}

/** One problem with its whole story: notes, done, more time, struck off. */
function ProblemPage({ centreId }: AtWork) {
  const { problemId = '' } = useRouter().params
  const problem = useRead(hall.problem, { centreId, problemId })
  const me = useRead(community.me, {})
  const oversees = allows(me.data?.roles ?? [], 'problem.oversee', centreId)
  return (
    <Page title="问题清单" sentence={problem.data?.text} reading={problem}>
      <Loaded reading={problem}>
        {(one) => (
          <>
            <Card aside={<StatusTag {...problemStanding(one)} />} title="怎么办">
              <ProblemFacts problem={one} />
            </Card>
            <Card title="前前后后">
              <Story lines={one.story} now={asInstant(Date.now())} next={nextOf(one)} />
              <Evidence fileIds={one.evidence} />
              {one.state === 'open' && (
                <Side>
                  <NoteProblem centreId={centreId} problemId={problemId} />
                  {oversees && <ExtendProblem centreId={centreId} problemId={problemId} />}
                </Side>
              )}
            </Card>
            {one.state === 'open' && <FinishProblem centreId={centreId} problem={one} />}
            {one.state === 'done' && !one.hasRaiser && oversees && (
              <StrikeOff centreId={centreId} problemId={problemId} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(ProblemPage)
