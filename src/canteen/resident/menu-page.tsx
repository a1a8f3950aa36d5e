import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { ShareButton } from '../../lists/share-button'
import { open } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { Photo } from '../../ui/photo'
import { StatusTag } from '../../ui/status-tag'
import { menuPath, orderPath } from '../paths'
import type { Menu } from '../shown'
import { today } from '../today'
import { cutoffWords, menuWords, money } from '../words'

/** The menus of the next days, as opened from a shared card: readable by everybody. */
export default function MenuPage() {
  const { centreId = '', canteenId = '' } = useRouter().params
  const menus = useRead(canteen.menus, { centreId, canteenId, from: today() })
  const path = menuPath(centreId, canteenId)
  const name = menus.data?.canteenName ?? '长者食堂'
  useShareAppMessage(() => ({ title: `${name}这几天吃什么,点开就能订`, path }))
  return (
    <Page title={name} sentence="这几天的菜单" reading={menus}>
      <Loaded reading={menus}>
        {({ rows }) => (
          <>
            {rows.map((menu) => (
              <MenuCard key={menu.menuId} menu={menu} />
            ))}
            {rows.length === 0 && <EmptyState why="这几天的菜单还没有发布,过会儿再来看看" />}
          </>
        )}
      </Loaded>
      <ShareButton text="把菜单转给家人邻居" path={path} />
      <MainButton text="订餐" onTap={() => open(orderPath())} />
    </Page>
  )
}

function MenuCard({ menu }: { menu: Menu }) {
  const { meals, dishes, photo, cutoffAt, state, left, cancelledBecause } = menu
  const nameOf = (id: string) => dishes.find((dish) => dish.id === id)?.name ?? ''
  return (
    <Card
      title={menuWords(menu)}
      aside={
        state === 'cancelled' ? (
          <StatusTag tone="late" word="不开" />
        ) : (
          <StatusTag tone={left > 0 ? 'good' : 'calm'} word={left > 0 ? `还剩 ${left} 份` : '订满了'} />
        )
      }
    >
      {photo !== '' && <Photo fileId={photo} label={`${menuWords(menu)}的照片`} />}
      {meals.map((meal) => (
        <Note key={meal.id}>
          {meal.name} {money(meal.price)}:{meal.dishIds.map(nameOf).join('、')}
        </Note>
      ))}
      <Note>{cancelledBecause === '' ? cutoffWords(cutoffAt) : `原因:${cancelledBecause}`}</Note>
    </Card>
  )
}
