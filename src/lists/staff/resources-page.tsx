import Taro from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { Columns } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { ResourceCard } from './resource-card'

/** 社区资源清单: what the partner units offer. */
function ResourcesPage({ centreId }: AtWork) {
  const resources = useReadPages(lists.resources, { centreId })
  const open = (resourceId = '') =>
    void Taro.navigateTo({ url: `/lists/staff/resource-page?centreId=${centreId}&resourceId=${resourceId}` })
  return (
    <Page title="资源清单" sentence="共建单位能做什么,什么时候有空" reading={resources}>
      <Loaded reading={resources} rows={5}>
        {(rows) =>
          rows.length > 0 ? (
            <Columns>
              {rows.map((row) => (
                <ResourceCard key={row.id} centreId={centreId} resource={row} onEdit={() => open(row.id)} />
              ))}
            </Columns>
          ) : (
            <EmptyState why="还没有登记资源。可以一项项登记,也可以导入表格" />
          )
        }
      </Loaded>
      <MoreRows reading={resources} />
      <MainButton text="登记一项资源" onTap={() => open()} />
    </Page>
  )
}

export default atWork(ResourcesPage)
