import { Card, Note } from '../../ui/card'
import type { ProjectRow } from './rows'
import { seatsText, spanText } from './words'

/** A project that is over or was cancelled, as it was. */
export function ProjectPast({ project }: { project: ProjectRow }) {
  return (
    <Card title={spanText(project.startsAt, project.endsAt)}>
      <Note>{project.place}</Note>
      <Note>报名 {seatsText(project)}</Note>
      <Note>{project.description}</Note>
    </Card>
  )
}
