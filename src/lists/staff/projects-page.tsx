import Taro from '@tarojs/taro'
import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { ProjectTable } from './project-table'
import type { ProjectRow } from './rows'
import { projectStateWords } from './words'

const states = ['draft', 'published', 'done', 'cancelled'] as const

const sentences = {
  draft: '对接好的服务先到这里,定好时间、地点和名额再发布',
  published: '已经发到群里,居民正在报名',
  done: '已经办过的服务',
  cancelled: '已经取消的服务',
} as const

/** 服务项目: from the match to the day it takes place. */
function ProjectsPage({ centreId }: AtWork) {
  const [state, setState] = useState<ProjectRow['state']>('draft')
  const projects = useReadPages(lists.projects, { centreId, state })
  const publish = () => void Taro.navigateTo({ url: `/lists/staff/publish-page?centreId=${centreId}` })
  return (
    <Page title="服务项目" sentence={sentences[state]} reading={projects}>
      <ChooseOne
        label="看哪些服务"
        value={state}
        onChange={setState}
        choices={states.map((value) => ({ value, word: projectStateWords[value] }))}
      />
      <Loaded reading={projects} rows={5}>
        {(rows) =>
          rows.length > 0 ? (
            <ProjectTable centreId={centreId} rows={rows} />
          ) : (
            <EmptyState why={`没有${projectStateWords[state]}的服务`} />
          )
        }
      </Loaded>
      <MoreRows reading={projects} />
      {state === 'draft' && (projects.data?.length ?? 0) > 0 && (
        <MainButton text="去发布一期清单" onTap={publish} />
      )}
    </Page>
  )
}

export default atWork(ProjectsPage)
