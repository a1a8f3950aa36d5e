import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { SelectField } from '../../ui/select-field'
import type { CanteenNear } from '../shown'
import { today } from '../today'
import { cutoffWords, menuWords } from '../words'
import { EldersToTake } from './elders-to-take'

/** 替老人订餐: calls that are written down, and a station that orders for everybody at once. */
function OrderForOthersPage({ centreId }: AtWork) {
  const canteens = useRead(canteen.canteens, { centreId })
  const [chosen, choose] = useState<string>()
  const rows = canteens.data?.rows ?? []
  const one = rows.find(({ canteenId }) => canteenId === chosen) ?? rows[0]
  return (
    <Page
      title="替老人订餐"
      sentence={one && [one.name, one.phone].filter(Boolean).join(' ')}
      reading={canteens}
    >
      <Loaded reading={canteens}>
        {() => (
          <>
            {rows.length > 1 && (
              <ChooseOne
                label="哪个食堂"
                value={one?.canteenId}
                onChange={choose}
                choices={rows.map(({ canteenId, name }) => ({ value: canteenId, word: name }))}
              />
            )}
            {one ? (
              <ChooseMenu key={one.canteenId} centreId={centreId} canteen={one} />
            ) : (
              <EmptyState why="本区还没有开长者食堂" />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function ChooseMenu({ centreId, canteen: one }: { centreId: string; canteen: CanteenNear }) {
  const { canteenId } = one
  const [picked, pick] = useState<string>()
  const menus = useRead(canteen.menus, { centreId, canteenId, from: today() })
  const rows = menus.data?.rows.filter(({ state }) => state !== 'draft' && state !== 'cancelled') ?? []
  const menu =
    rows.find(({ menuId }) => menuId === picked) ??
    rows.find(({ cutoffAt }) => cutoffAt > Date.now()) ??
    rows[0]
  return (
    <Loaded reading={menus}>
      {() =>
        menu ? (
          <>
            <SelectField
              label="哪一顿"
              hint={cutoffWords(menu.cutoffAt)}
              value={menu.menuId}
              onChange={pick}
              choices={rows.map((row) => ({ value: row.menuId, word: menuWords(row) }))}
            />
            <EldersToTake key={menu.menuId} centreId={centreId} canteen={one} menu={menu} />
          </>
        ) : (
          <EmptyState why="这几天的菜单还没有发布,发布以后就能替老人订" />
        )
      }
    </Loaded>
  )
}

export default atWork(OrderForOthersPage)
