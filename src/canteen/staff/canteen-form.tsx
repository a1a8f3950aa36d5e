import { useState } from 'react'
import { canteen as room } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { MainButton } from '../../ui/main-button'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { slotDrafts, slotRules } from '../canteen-draft'
import type { CanteenOfStaff } from '../shown'
import { PlaceField } from './place-field'
import { SlotField } from './slot-field'

interface CanteenFormProps {
  centreId: string
  /** A new one when absent. */
  canteen: CanteenOfStaff | undefined
  /** Who may answer when nobody opens the door. */
  people: readonly { readonly residentId: string; readonly name: string }[]
}

/** Writes a canteen down. */
export function CanteenForm({ centreId, canteen, people }: CanteenFormProps) {
  const [draft, setDraft] = useState({
    name: canteen?.name ?? '',
    address: canteen?.address ?? '',
    phone: canteen?.phone ?? '',
    place: canteen?.place,
    welfareTo: canteen?.welfareTo ?? people[0]?.residentId ?? '',
    pointsPerStop: canteen?.pointsPerStop ?? 2,
    stopsPerRoute: canteen?.stopsPerRoute ?? 12,
    state: canteen?.state ?? 'open',
  })
  const [slots, setSlots] = useState(() => slotDrafts(canteen?.slots))
  const { send, busy, refusal } = useWrite(room.saveCanteen)
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const errors = refusal?.fields ?? {}
  const save = async () => {
    const { place, ...facts } = draft
    const done = await send({
      centreId,
      ...(canteen && { canteenId: canteen.canteenId }),
      ...facts,
      ...(place && { place }),
      slots: slotRules(slots),
    })
    if (done) say('存好了,以后的菜单按这个来')
  }
  return (
    <>
      <TextField
        label="食堂名字"
        value={draft.name}
        onChange={(name) => set({ name })}
        max={20}
        error={errors.name}
      />
      <TextField
        label="地址"
        value={draft.address}
        onChange={(address) => set({ address })}
        max={60}
        error={errors.address}
      />
      <TextField
        label="电话"
        hint="截单后有急事打这个"
        value={draft.phone}
        onChange={(phone) => set({ phone })}
        max={20}
        error={errors.phone}
      />
      <PlaceField value={draft.place} onChange={(place) => set({ place })} />
      {slots.map((slot) => (
        <SlotField
          key={slot.slot}
          slot={slot}
          onChange={(changed) => setSlots(slots.map((one) => (one.slot === changed.slot ? changed : one)))}
        />
      ))}
      <SelectField
        label="没人应门先通知谁"
        hint="一直提醒,直到有人写明老人平安"
        choices={people.map(({ residentId, name }) => ({ value: residentId, word: name }))}
        value={draft.welfareTo}
        onChange={(welfareTo) => set({ welfareTo })}
      />
      <NumberField
        label="送一户记几分"
        hint="0 就是不记"
        value={draft.pointsPerStop}
        onChange={(pointsPerStop) => set({ pointsPerStop })}
        min={0}
        max={100}
      />
      <NumberField
        label="一条路线最多几户"
        value={draft.stopsPerRoute}
        onChange={(stopsPerRoute) => set({ stopsPerRoute })}
        min={1}
        max={60}
      />
      <ChooseOne
        label="开着没有"
        value={draft.state}
        onChange={(state) => set({ state })}
        choices={[
          { value: 'open', word: '开着' },
          { value: 'closed', word: '停了' },
        ]}
      />
      {people.length === 0 && <Note>本社区还没有能处理「没人应门」的工作人员,请先在「职务」里添加。</Note>}
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={canteen ? '存好设置' : '开这个食堂'}
        busy={busy}
        disabled={
          !draft.name.trim() || !draft.address.trim() || draft.welfareTo === '' || !slots.some(({ on }) => on)
        }
        onTap={() => void save()}
      />
    </>
  )
}
