import { useRouter } from '@tarojs/taro'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { ProjectForm } from './project-form'
import { ProjectPast } from './project-past'
import { useProject } from './use-project'
import { projectStateWords } from './words'

/** One service project: its time, place and seats; or the end of it. */
function ProjectPage({ centreId }: AtWork) {
  const { projectId = '' } = useRouter().params
  const project = useProject(centreId, projectId)
  const { data } = project
  return (
    <Page
      title={data?.title ?? '服务项目'}
      sentence={data && `${data.unit} · ${projectStateWords[data.state]}`}
      reading={project}
    >
      {project.absent && <EmptyState why="没有找到这项服务,可能已经撤下" />}
      <Loaded reading={project}>
        {(row) =>
          row.state === 'draft' || row.state === 'published' ? (
            <ProjectForm key={row.id} centreId={centreId} project={row} />
          ) : (
            <ProjectPast project={row} />
          )
        }
      </Loaded>
    </Page>
  )
}

export default atWork(ProjectPage)
