import { useState } from 'react'
import { addDays } from '../../../types/common/time'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Card } from '../../ui/card'
import { DoorFields } from '../../ui/door-fields'
import { MainButton } from '../../ui/main-button'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { DietFields } from '../diner-fields'
import type { DinerOfStaff } from '../shown'
import { today } from '../today'
import { CareField } from './care-field'
import { DeliveryField } from './delivery-field'
import { type DinerSettings, savedOf, settingsOf } from './diner-draft'

/** How long an entitlement is offered for, in days; the staff choose another day when they know better. */
const usualEntitlement = 180

/** What the staff set about a diner: door, diet, care tags, delivery, how far the bill may grow. */
export function DinerForm({ diner }: { diner: DinerOfStaff }) {
  const [changed, setChanged] = useState<Partial<DinerSettings>>({})
  const draft = { ...settingsOf(diner, addDays(today(), usualEntitlement)), ...changed }
  const { send, busy, refusal, clear } = useWrite(canteen.saveDiner)
  const errors = refusal?.fields ?? {}
  const set = (change: Partial<DinerSettings>) => {
    clear()
    setChanged((before) => ({ ...before, ...change }))
  }
  const isFilled =
    draft.building.trim() !== '' &&
    draft.room.trim() !== '' &&
    (!draft.delivers || draft.deliveryReason.trim() !== '')
  const save = async () => {
    if (!(await send(savedOf(diner, draft, false)))) return
    setChanged({})
    say('保存好了,从下一顿起按新的办')
  }
  return (
    <>
      <Card title="门牌">
        <DoorFields door={draft} onChange={set} errors={errors} />
      </Card>
      <DietFields needs={draft.needs} avoids={draft.avoids} onChange={set} />
      <CareField careTags={draft.careTags} onChange={(careTags) => set({ careTags })} />
      <DeliveryField draft={draft} onChange={set} errors={errors} />
      <Card title="怎么付钱">
        <NumberField
          label="最多先欠多少元"
          hint="0 是先充值后订餐;填了就是月底一起结"
          value={draft.owesYuan}
          onChange={(owesYuan) => set({ owesYuan })}
          min={0}
          max={5000}
          error={errors.owesUpTo}
        />
      </Card>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text="保存改动"
        busy={busy}
        disabled={Object.keys(changed).length === 0 || !isFilled}
        onTap={() => void save()}
      />
    </>
  )
}
