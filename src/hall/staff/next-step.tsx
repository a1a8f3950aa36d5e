import { open } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { sessionEditPath } from '../staff-paths'
import { AnswerMatter } from './answer-matter'
import { AskOpinions } from './ask-opinions'
import type { OfMatter } from './of-matter'
import { SortMatter } from './sort-matter'
import { WriteStep } from './write-step'

/** The one thing to do now about a matter. Nothing where the staff wait for somebody, or all is done. */
export function NextStep({ centreId, matter }: OfMatter) {
  if (matter.state === 'raised') return <SortMatter centreId={centreId} matter={matter} />
  switch (matter.next) {
    case 'consult':
      return <AskOpinions centreId={centreId} matter={matter} />
    case 'conclude':
    case 'resolve':
    case 'publicNotice':
      return <WriteStep centreId={centreId} matter={matter} step={matter.next} />
    case 'announce':
    case 'meet':
    case 'minutes':
      return <CallSession centreId={centreId} matter={matter} />
    case 'answer':
      return <AnswerMatter centreId={centreId} matter={matter} />
    default:
      return null
  }
}

function CallSession({ centreId, matter }: OfMatter) {
  return (
    <>
      <Card title="接下来开议事会">
        <Note>发了预告、开了会、记好会议记录,这几步自己就勾上。一次谈不拢,可以再开。</Note>
      </Card>
      <MainButton text="安排一场议事会" onTap={() => open(sessionEditPath(centreId, '', matter.matterId))} />
    </>
  )
}
