import { useState } from 'react'
import type { ShanghaiDay } from '../../../types/common/time'
import type { MealSlot } from '../../../types/common/words'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { DayField } from '../../ui/day-field'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import type { CanteenOfStaff } from '../shown'
import { today } from '../today'
import { dayWords, slotWords } from '../words'
import { KitchenCount } from './kitchen-count'
import { KitchenSheet } from './kitchen-sheet'
import { LeftOver } from './left-over'
import { OfCanteen } from './of-canteen'
import { ServedList } from './served-list'
import { useCanteen } from './use-canteen'

/** 厨房: what to cook, for whom it is cooked otherwise, who came. */
function KitchenPage({ centreId }: AtWork) {
  const chosen = useCanteen(centreId)
  return (
    <Page title="厨房" sentence={chosen.canteen?.name} reading={chosen.canteens}>
      <OfCanteen chosen={chosen}>
        {(one) => <Noon key={one.canteenId} centreId={centreId} canteen={one} />}
      </OfCanteen>
    </Page>
  )
}

function Noon({ centreId, canteen: one }: { centreId: string; canteen: CanteenOfStaff }) {
  const slots = one.slots.map(({ slot }) => slot)
  const [day, setDay] = useState<ShanghaiDay>(today())
  const [slot, setSlot] = useState<MealSlot>(slots.includes('lunch') ? 'lunch' : (slots[0] ?? 'lunch'))
  const menuId = `${one.canteenId}_${day}_${slot}`
  const kitchen = useRead(canteen.kitchen, { centreId, menuId })
  const nothing = !kitchen.data && kitchen.refusal?.code === 'COMMON.NOT_FOUND'
  return (
    <>
      <DayField label="哪一天" value={day} onChange={setDay} />
      {slots.length > 1 && (
        <ChooseOne
          label="哪一顿"
          value={slot}
          onChange={setSlot}
          choices={slots.map((value) => ({ value, word: slotWords[value] }))}
        />
      )}
      {nothing ? (
        <EmptyState why={`${dayWords(day)}的${slotWords[slot]}还没有菜单`} />
      ) : (
        <Loaded reading={kitchen} rows={6}>
          {(data) => (
            <>
              <KitchenCount kitchen={data} />
              <KitchenSheet centreId={centreId} menuId={menuId} />
              <ServedList centreId={centreId} menuId={menuId} kitchen={data} />
              {data.frozen && <LeftOver centreId={centreId} menuId={menuId} kitchen={data} />}
            </>
          )}
        </Loaded>
      )}
    </>
  )
}

export default atWork(KitchenPage)
