import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { Kitchen } from '../shown'

/** How many portions nobody ate, for the next week's plan. */
export function LeftOver({
  centreId,
  menuId,
  kitchen,
}: {
  centreId: string
  menuId: string
  kitchen: Kitchen
}) {
  const [count, setCount] = useState(Math.max(0, kitchen.leftOver))
  const { send, busy, refusal } = useWrite(canteen.saveLeftOver)
  const save = async () => {
    if (await send({ centreId, menuId, leftOver: count })) say(`记下了,剩 ${count} 份`)
  }
  return (
    <Card title="剩了几份">
      <NumberField label="剩余份数" value={count} onChange={setCount} min={0} max={2000} />
      <RefusalNotice refusal={refusal} />
      <Button text={`记下剩 ${count} 份`} busy={busy} onTap={() => void save()} />
    </Card>
  )
}
