import { useRouter } from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { EnrolmentTable } from './enrolment-table'
import { PublishedServices } from './published-services'
import { seatsText, spanText } from './words'

/** 报名名单: of one project, or first which project. */
function EnrolmentsPage({ centreId }: AtWork) {
  const { projectId = '' } = useRouter().params
  const list = useRead(lists.enrolments, projectId === '' ? undefined : { centreId, projectId })
  if (projectId === '')
    return (
      <Page title="报名名单" sentence="选一项服务,看谁来、谁在候补">
        <PublishedServices centreId={centreId} />
      </Page>
    )
  const project = list.data?.project
  return (
    <Page
      title={project ? `${project.title} 名单` : '报名名单'}
      sentence={
        project &&
        `${spanText(project.startsAt, project.endsAt)} · ${project.place} · 报名 ${seatsText(project)}`
      }
      reading={list}
    >
      <Loaded reading={list} rows={6}>
        {({ rows }) => <EnrolmentTable rows={rows} />}
      </Loaded>
    </Page>
  )
}

export default atWork(EnrolmentsPage)
