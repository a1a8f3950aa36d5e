import { View } from '@tarojs/components'
import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { TextField } from '../../ui/text-field'
import { ProjectCancel } from './project-cancel'
import { draftOfProject, type ProjectDraft, projectInput } from './project-draft'
import { ProjectSeats } from './project-seats'
import { ClosingTime, ProjectTimes } from './project-times'
import type { ProjectRow } from './rows'
import { projectsPath } from './staff-paths'
import { spanText } from './words'

/** A draft may change in everything; what was published stands, only its seats and closing time still move. */
export function ProjectForm({ centreId, project }: { centreId: string; project: ProjectRow }) {
  const [draft, setDraft] = useState(() => draftOfProject(project))
  const edit = useWrite(lists.editProject)
  const errors = edit.refusal?.fields ?? {}
  const set = (change: Partial<ProjectDraft>) => setDraft({ ...draft, ...change })
  const isDraft = project.state === 'draft'
  const send = async () => {
    if (!(await edit.send(projectInput(centreId, project.id, draft)))) return
    leaveSaying(isDraft ? '改好了,可以去发布' : '改好了,居民马上能看到', projectsPath(centreId))
  }
  return (
    <View>
      {isDraft ? (
        <>
          <Card>
            <TextField
              label="名称"
              max={40}
              value={draft.title}
              onChange={(title) => set({ title })}
              error={errors.title}
            />
            <TextField
              label="地点"
              max={60}
              value={draft.place}
              onChange={(place) => set({ place })}
              error={errors.place}
            />
            <Note>
              回应 {project.needs} 条需求 · {project.audience.join('、')} ·{' '}
              {project.homeVisit ? '上门服务' : '到场服务'}
            </Note>
          </Card>
          <ProjectTimes draft={draft} onChange={setDraft} errors={errors} />
        </>
      ) : (
        <Card title={spanText(project.startsAt, project.endsAt)}>
          <Note>{project.place}</Note>
          <Note>发布以后时间地点不再改动;要改就取消,重新发一期</Note>
        </Card>
      )}
      <ClosingTime draft={draft} onChange={setDraft} errors={errors} />
      <ProjectSeats draft={draft} set={set} errors={errors} />
      <RefusalNotice refusal={edit.refusal} />
      <ProjectCancel centreId={centreId} project={project} />
      <MainButton
        text={isDraft ? '保存时间、地点和名额' : '保存截止时间和名额'}
        busy={edit.busy}
        disabled={draft.title.trim() === '' || draft.place.trim() === ''}
        onTap={() => void send()}
      />
    </View>
  )
}
