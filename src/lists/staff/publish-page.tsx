import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { editionPath } from '../paths'
import { PublishForm } from './publish-form'
import { PublishedEdition } from './published-edition'

/** 发布: the drafts become one numbered, dated list for the group. */
function PublishPage({ centreId }: AtWork) {
  const [published, setPublished] = useState<{ editionId: string; no: number }>()
  const drafts = useReadPages(lists.projects, { centreId, state: 'draft' })
  const edition = useRead(lists.edition, published && { centreId, editionId: published.editionId })
  useShareAppMessage(() => ({
    title: edition.data?.shareTitle ?? '社区服务菜单,点开就能报名',
    path: editionPath(centreId, published?.editionId),
  }))
  if (published)
    return (
      <Page title={`第 ${published.no} 期已发布`} sentence="发到群里,居民点开就能报名">
        <Loaded reading={edition}>
          {(row) => <PublishedEdition path={editionPath(centreId, row.id)} edition={row} />}
        </Loaded>
      </Page>
    )
  return (
    <Page title="发布清单" sentence="选好这一期的服务,发布后内容不再改动" reading={drafts}>
      <Loaded reading={drafts} rows={5}>
        {(rows) =>
          rows.length > 0 ? (
            <PublishForm centreId={centreId} drafts={rows} onPublished={setPublished} />
          ) : (
            <EmptyState
              why="没有等着发布的服务。先到对接台采用几项"
              action={{
                text: '去对接台',
                onTap: () => void Taro.redirectTo({ url: `/lists/staff/match-page?centreId=${centreId}` }),
              }}
            />
          )
        }
      </Loaded>
      <MoreRows reading={drafts} />
    </Page>
  )
}

export default atWork(PublishPage)
