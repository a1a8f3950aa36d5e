import { useState } from 'react'
import type { ShanghaiDay } from '../../../types/common/time'
import type { MealSlot } from '../../../types/common/words'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { draftOf, emptyDish, emptyMeal, type MenuDraft, savedOf } from '../menu-draft'
import type { MenuOfStaff } from '../shown'
import { DishField } from './dish-field'
import { MealField } from './meal-field'
import { PhotoField } from './photo-field'

interface MenuFormProps {
  centreId: string
  canteenId: string
  day: ShanghaiDay
  slot: MealSlot
  menu: MenuOfStaff | undefined
  /** Portions when nobody says otherwise. */
  usual: number
}

/** Writes a menu. */
export function MenuForm({ centreId, canteenId, day, slot, menu, usual }: MenuFormProps) {
  const [draft, setDraft] = useState<MenuDraft>(() => draftOf(menu, usual))
  const { send, busy, refusal } = useWrite(canteen.saveMenu)
  const set = (change: Partial<MenuDraft>) => setDraft((before) => ({ ...before, ...change }))
  const ordered = menu?.ordered ?? 0
  const saved = savedOf(draft)
  const save = async () => {
    if (!saved) return
    const done = await send({ centreId, canteenId, day, slot, ...saved })
    if (done) leaveSaying('菜单存好了', `/canteen/staff/menus-page?centreId=${centreId}`)
  }
  return (
    <>
      {draft.dishes.map((dish, at) => (
        <DishField
          key={dish.id}
          no={at + 1}
          dish={dish}
          onChange={(changed) =>
            set({ dishes: draft.dishes.map((one) => (one.id === changed.id ? changed : one)) })
          }
        />
      ))}
      <Button
        text="再加一个菜"
        onTap={() => {
          const dish = emptyDish(draft.dishes)
          // a new dish belongs to every meal until somebody says otherwise
          const meals = draft.meals.map((meal) => ({ ...meal, dishIds: [...meal.dishIds, dish.id] }))
          set({ dishes: [...draft.dishes, dish], ...(ordered === 0 && { meals }) })
        }}
      />
      {draft.meals.map((meal, at) => (
        <MealField
          key={meal.id}
          no={at + 1}
          meal={meal}
          dishes={draft.dishes}
          fixed={ordered > 0}
          onChange={(changed) =>
            set({ meals: draft.meals.map((one) => (one.id === changed.id ? changed : one)) })
          }
        />
      ))}
      <Button
        text="再加一个套餐"
        onTap={() => set({ meals: [...draft.meals, emptyMeal(draft.meals, draft.dishes)] })}
      />
      <NumberField
        label="一共多少份"
        value={draft.capacity}
        onChange={(capacity) => set({ capacity })}
        min={Math.max(1, ordered)}
        max={2000}
      />
      <PhotoField value={draft.photo} onChange={(photo) => set({ photo })} />
      {!saved && <Note>每个套餐要有名字、价钱(元)和至少一个菜。</Note>}
      <RefusalNotice refusal={refusal} />
      <MainButton text="存好菜单" busy={busy} disabled={!saved} onTap={() => void save()} />
    </>
  )
}
