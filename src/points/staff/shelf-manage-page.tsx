import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Digits } from '../../ui/figure'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Table } from '../../ui/table'
import { shelfItemPath } from '../staff-paths'
import { kindWords } from '../words'

/** 管货架: what stands on the shelf, what is held for somebody, what went. */
function ShelfManagePage({ centreId }: AtWork) {
  const shelf = useReadPages(points.shelfOfStaff, { centreId })
  const edit = (itemId: string) => open(shelfItemPath(centreId, itemId))
  return (
    <Page title="管货架" sentence="库存 = 还剩 + 已预留" reading={shelf}>
      <Loaded reading={shelf} rows={5}>
        {(rows) =>
          rows.length > 0 ? (
            <Table
              rows={rows}
              keyOf={({ itemId }) => itemId}
              columns={[
                {
                  title: '名称',
                  cell: ({ title, kind, state }) =>
                    `${title} · ${kindWords[kind]}${state === 'withdrawn' ? ' · 已下架' : ''}`,
                },
                { title: '积分', cell: ({ price }) => <Digits value={price} />, digits: true },
                { title: '还剩', cell: ({ left }) => <Digits value={left} />, digits: true },
                { title: '已预留', cell: ({ held }) => <Digits value={held} />, digits: true },
                { title: '已兑', cell: ({ redeemed }) => <Digits value={redeemed} />, digits: true },
                {
                  title: '办理',
                  cell: ({ itemId, title }) => (
                    <Button text="入库、修改" label={`入库、修改,${title}`} onTap={() => edit(itemId)} />
                  ),
                },
              ]}
            />
          ) : (
            <EmptyState why="货架是空的,先上架一件" />
          )
        }
      </Loaded>
      <MoreRows reading={shelf} />
      <MainButton text="上架一件" onTap={() => edit('')} />
    </Page>
  )
}

export default atWork(ShelfManagePage)
