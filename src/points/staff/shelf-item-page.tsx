import { useRouter } from '@tarojs/taro'
import { points } from '../../cloud/rooms'
import { useFound } from '../../cloud/use-found'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { ShelfItemForm } from './shelf-item-form'
import { StockCard } from './stock-card'

/** One thing on the shelf: put up anew (no id), or changed, filled and counted. */
function ShelfItemPage({ centreId }: AtWork) {
  const { itemId = '' } = useRouter().params
  const isNew = itemId === ''
  const sponsors = useReadPages(points.sponsors, { centreId })
  const shelf = useReadPages(points.shelfOfStaff, isNew ? undefined : { centreId })
  const item = useFound(shelf, (row) => row.itemId === itemId)
  return (
    <Page title={isNew ? '上架一件' : '货架商品'} sentence={item.data?.title} reading={item}>
      {isNew && <ShelfItemForm centreId={centreId} sponsors={sponsors.data ?? []} />}
      {!isNew && item.absent && <EmptyState why="没有找到这一件,可能已经撤下" />}
      {!isNew && (
        <Loaded reading={item}>
          {(row) => (
            <>
              {row.kind !== 'service' && (
                <StockCard centreId={centreId} item={row} sponsors={sponsors.data ?? []} />
              )}
              <ShelfItemForm centreId={centreId} sponsors={sponsors.data ?? []} existing={row} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}

export default atWork(ShelfItemPage)
