import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import type { MyDiner } from '../shown'
import { today } from '../today'
import { useDiner } from '../use-diner'
import { useLocation } from '../use-location'
import { money } from '../words'
import { AgainButton } from './again-button'
import { CanteenChoice } from './canteen-choice'
import { OfDiner } from './of-diner'
import { OfferedMenuCard } from './offered-menu-card'
import { OrderEntries } from './order-entries'

/** 订餐: what there is to eat, what it costs after the subsidy, until when it can be changed. */
export default function OrderPage() {
  const chosen = useDiner()
  const { diner } = chosen
  const sentence =
    diner && diner.state === 'approved' ? `${diner.name} · 余额 ${money(diner.balance)}` : undefined
  return (
    <Page title="长者食堂订餐" sentence={sentence} reading={chosen.diners}>
      <OfDiner chosen={chosen}>{(one) => <Ordering key={one.dinerId} diner={one} />}</OfDiner>
    </Page>
  )
}

function Ordering({ diner }: { diner: MyDiner }) {
  const { centreId, dinerId } = diner
  const location = useLocation()
  const near = location.place
  const canteens = useRead(canteen.canteens, { centreId, ...(near && { near }) })
  const [picked, pick] = useState<string>()
  const canteenId = picked ?? canteens.data?.rows[0]?.canteenId
  const offer = useRead(
    canteen.offer,
    canteenId ? { centreId, dinerId, canteenId, from: today() } : undefined,
  )
  return (
    <Loaded reading={canteens}>
      {({ rows }) =>
        rows.length === 0 || !canteenId ? (
          <EmptyState why="附近还没有开长者食堂" />
        ) : (
          <>
            <CanteenChoice canteens={rows} canteenId={canteenId} onChange={pick} location={location} />
            <Loaded reading={offer} rows={5}>
              {(data) => (
                <>
                  {data.rows.map((menu) => (
                    <OfferedMenuCard
                      key={menu.menuId}
                      diner={diner}
                      canteenId={canteenId}
                      menu={menu}
                      mayDeliver={data.mayDeliver}
                    />
                  ))}
                  {data.rows.length === 0 && <EmptyState why="这几天的菜单还没有发布,过会儿再来看看" />}
                  <OrderEntries dinerId={dinerId} />
                  <AgainButton diner={diner} canteenId={canteenId} again={data.again} />
                </>
              )}
            </Loaded>
          </>
        )
      }
    </Loaded>
  )
}
