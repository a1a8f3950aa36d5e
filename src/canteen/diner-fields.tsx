import type { ShanghaiDay } from '../../types/common/time'
import type { Allergen, DietTag } from '../../types/common/words'
import { Card, Note } from '../ui/card'
import { ChooseSome } from '../ui/choices'
import { DayField } from '../ui/day-field'
import { DoorFields } from '../ui/door-fields'
import { TextField } from '../ui/text-field'
import { avoidWords, needWords } from './diet-words'

/** What is asked about somebody who wants to eat at a canteen. */
export interface DinerDraft {
  readonly name: string
  readonly birthDay: ShanghaiDay
  readonly building: string
  readonly room: string
  readonly phone: string
  readonly needs: readonly DietTag[]
  readonly avoids: readonly Allergen[]
  readonly emergencyName: string
  readonly emergencyRelation: string
  readonly emergencyPhone: string
}

export const emptyDraft: DinerDraft = {
  name: '',
  birthDay: '1950-01-01' as ShanghaiDay,
  building: '',
  room: '',
  phone: '',
  needs: [],
  avoids: [],
  emergencyName: '',
  emergencyRelation: '',
  emergencyPhone: '',
}

/** The part of a registration that both the family and the staff send. */
export const formOf = (draft: DinerDraft) => ({
  name: draft.name.trim(),
  birthDay: draft.birthDay,
  building: draft.building.trim(),
  room: draft.room.trim(),
  phone: draft.phone.trim(),
  needs: [...draft.needs],
  avoids: [...draft.avoids],
  emergency: {
    name: draft.emergencyName.trim(),
    relation: draft.emergencyRelation.trim(),
    phone: draft.emergencyPhone.trim(),
  },
})

/** Whether nothing that must be said is missing. */
export const isFilled = (draft: DinerDraft): boolean =>
  [
    draft.name,
    draft.building,
    draft.room,
    draft.emergencyName,
    draft.emergencyRelation,
    draft.emergencyPhone,
  ].every((text) => text.trim() !== '')

interface DinerFieldsProps {
  draft: DinerDraft
  onChange: (change: Partial<DinerDraft>) => void
  /** Chinese text by field of the contract. */
  errors: Readonly<Record<string, string>>
}

/** Who eats, where they live, what they must not eat, whom to call. */
export function DinerFields({ draft, onChange, errors }: DinerFieldsProps) {
  const text = (field: keyof DinerDraft) => (value: string) => onChange({ [field]: value })
  return (
    <>
      <TextField label="老人姓名" value={draft.name} onChange={text('name')} max={20} error={errors.name} />
      <DayField
        label="出生日期"
        hint="按身份证上的填,补贴按年龄算"
        value={draft.birthDay}
        onChange={(birthDay) => onChange({ birthDay })}
        error={errors.birthDay}
      />
      <DoorFields door={draft} onChange={onChange} errors={errors} />
      <TextField
        label="老人电话(可以不填)"
        hint="送餐的志愿者找不到门时打"
        value={draft.phone}
        onChange={text('phone')}
        max={12}
        keyboard="number"
        error={errors.phone}
      />
      <DietFields needs={draft.needs} avoids={draft.avoids} onChange={onChange} />
      <TextField
        label="紧急联系人"
        hint="没人应门时找"
        value={draft.emergencyName}
        onChange={text('emergencyName')}
        max={20}
        error={errors['emergency.name']}
      />
      <TextField
        label="和老人的关系"
        placeholder="比如:女儿"
        value={draft.emergencyRelation}
        onChange={text('emergencyRelation')}
        max={10}
        error={errors['emergency.relation']}
      />
      <TextField
        label="紧急联系人电话"
        value={draft.emergencyPhone}
        onChange={text('emergencyPhone')}
        max={12}
        keyboard="number"
        error={errors['emergency.phone']}
      />
    </>
  )
}

interface DietFieldsProps {
  needs: readonly DietTag[]
  avoids: readonly Allergen[]
  onChange: (change: { needs: DietTag[] } | { avoids: Allergen[] }) => void
}

/** How the kitchen cooks for somebody, and what must not be in it. */
export function DietFields({ needs, avoids, onChange }: DietFieldsProps) {
  return (
    <Card title="饮食要求">
      <ChooseSome
        label="饮食要求"
        values={needs}
        onChange={(chosen) => onChange({ needs: chosen })}
        choices={needWords.map((value) => ({ value, word: value }))}
      />
      <Note>忌口、过敏:订餐时会提醒,厨房单上也有</Note>
      <ChooseSome
        label="忌口"
        values={avoids}
        onChange={(chosen) => onChange({ avoids: chosen })}
        choices={avoidWords.map((value) => ({ value, word: value }))}
      />
    </Card>
  )
}
