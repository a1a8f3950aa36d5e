import { useRouter } from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useFound } from '../../cloud/use-found'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { draftOf, emptyResource } from './resource-draft'
import { ResourceForm } from './resource-form'

/** One resource: registered anew (no id), or changed. */
function ResourcePage({ centreId }: AtWork) {
  const { resourceId = '' } = useRouter().params
  const isNew = resourceId === ''
  const resource = useFound(
    useReadPages(lists.resources, isNew ? undefined : { centreId }),
    (row) => row.id === resourceId,
  )
  if (isNew)
    return (
      <Page title="登记资源" sentence="登记好以后,对接台就会推荐它">
        <ResourceForm centreId={centreId} start={emptyResource} />
      </Page>
    )
  return (
    <Page title="修改资源" reading={resource}>
      {resource.absent && <EmptyState why="没有找到这项资源,可能已经撤下" />}
      <Loaded reading={resource}>
        {(row) => <ResourceForm centreId={centreId} start={draftOf(row)} existing={row} />}
      </Loaded>
    </Page>
  )
}

export default atWork(ResourcePage)
