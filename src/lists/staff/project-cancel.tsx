import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { AskReason } from '../../ui/ask-reason'
import type { ProjectRow } from './rows'
import { projectsPath } from './staff-paths'

/** Cancels a project with a reason that those who enrolled will read. */
export function ProjectCancel({ centreId, project }: { centreId: string; project: ProjectRow }) {
  const cancel = useWrite(lists.cancelProject)
  const people = project.taken + project.waiting
  const send = async (reason: string) => {
    const done = await cancel.send({ centreId, projectId: project.id, reason })
    if (!done) return undefined
    leaveSaying(
      done.told > 0 ? `已取消,通知了 ${done.told} 位报名的人` : '已取消,需求放回待对接',
      projectsPath(centreId),
    )
    return done
  }
  return (
    <AskReason
      text="取消这项服务"
      kind="quiet"
      title={`取消「${project.title}」`}
      note={
        people > 0 ? `${people} 位报名的人会收到通知和这个原因,需求放回待对接` : '它回应的需求会放回待对接'
      }
      yes={people > 0 ? `取消,并通知 ${people} 人` : '取消这项服务'}
      write={cancel}
      onReason={send}
    />
  )
}
