import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { Button } from '../../ui/button'
import { Card, Columns, Note, Side } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { RefusalNotice } from '../../ui/refusal-notice'
import { TextField } from '../../ui/text-field'
import { foundBy, mealNamesFor, stillTaken, sumOf, type Take, type Takes, takeForAll } from '../many.rule'
import type { CanteenNear, Menu } from '../shown'
import { money } from '../words'
import { ElderCard } from './elder-card'
import { phaseOf } from './menu-phase'
import { useOrderForMany } from './use-order-for-many'

interface EldersToTakeProps {
  centreId: string
  canteen: CanteenNear
  menu: Menu
}

/** Everybody who may eat, with what each would pay: meals are chosen first and ordered together. */
export function EldersToTake({ centreId, canteen: one, menu }: EldersToTakeProps) {
  const { menuId } = menu
  const elders = useReadPages(canteen.ordersToTake, { centreId, menuId })
  const [chosen, setChosen] = useState<Takes>({})
  const [typed, setTyped] = useState('')
  const many = useOrderForMany(centreId, menuId)
  const phase = phaseOf(menu)
  const rows = elders.data ?? []
  const takes = stillTaken(chosen, rows)
  const open = rows.filter(({ ordered }) => ordered === '').length
  const count = Object.keys(takes).length
  const take = (dinerId: string, meal: Take | undefined) =>
    setChosen(({ [dinerId]: _, ...others }) => (meal ? { ...others, [dinerId]: meal } : others))
  const orderAll = async () => {
    const placed = await many.order(takes)
    // who cancels later is not chosen for again
    setChosen((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !placed.includes(id))))
  }
  return (
    <>
      <Loaded reading={elders} rows={6}>
        {() =>
          rows.length === 0 ? (
            <EmptyState why="还没有通过审核的用餐人。在「用餐人」里审核或替老人登记" />
          ) : (
            <>
              <Card title={`还没订的 ${open} 位${elders.more ? '以上' : ''}`}>
                {phase === 'open' && (
                  <>
                    <Side>
                      {mealNamesFor(rows).map((name) => (
                        <Button
                          key={name}
                          text={`没订的都选${name}`}
                          onTap={() => setChosen(takeForAll(takes, rows, name))}
                        />
                      ))}
                    </Side>
                    <Note>有忌口、余额不够的不会选上,要一位一位看。</Note>
                  </>
                )}
                <TextField
                  label="找一位"
                  placeholder="楼栋、房号或姓"
                  value={typed}
                  onChange={setTyped}
                  max={20}
                />
              </Card>
              <Columns>
                {foundBy(rows, typed).map((elder) => (
                  <ElderCard
                    key={elder.dinerId}
                    centreId={centreId}
                    canteen={one}
                    menu={menu}
                    elder={elder}
                    take={takes[elder.dinerId]}
                    refused={many.refused[elder.dinerId]}
                    onTake={(meal) => take(elder.dinerId, meal)}
                  />
                ))}
              </Columns>
            </>
          )
        }
      </Loaded>
      <MoreRows reading={elders} />
      <RefusalNotice refusal={many.refusal} />
      {phase === 'open' && rows.length > 0 && (
        <MainButton
          text={count > 0 ? `替 ${count} 位老人订,共付 ${money(sumOf(takes))}` : '先给老人选餐'}
          busy={many.busy}
          disabled={count === 0}
          onTap={() => void orderAll()}
        />
      )}
    </>
  )
}
