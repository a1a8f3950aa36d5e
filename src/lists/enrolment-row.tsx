import { open } from '../pages/open'
import { Row } from '../ui/row'
import { StatusTag } from '../ui/status-tag'
import { placeWords } from './offer.rule'
import { servicePath } from './paths'
import type { MyEnrolment } from './shown'
import { whenText } from './words'

/** One enrolment of one's own or a family member's, leading to the service. */
export function EnrolmentRow({ centreId, row }: { centreId: string; row: MyEnrolment }) {
  const { project, forName, mine } = row
  const who = forName ? `替${forName}报的 · ` : ''
  return (
    <Row
      title={project.title}
      note={
        <>
          {who}
          {whenText(project.startsAt)} · {project.place}
        </>
      }
      aside={<Place state={project.state} mine={mine} />}
      onTap={() => open(servicePath(centreId, project.id))}
    />
  )
}

function Place({ state, mine }: { state: MyEnrolment['project']['state']; mine: MyEnrolment['mine'] }) {
  if (state === 'cancelled') return <StatusTag tone="late" word="已取消" />
  return <StatusTag tone={mine.state === 'seat' ? 'good' : 'warn'} word={placeWords(mine)} />
}
