import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { DayField } from '../../ui/day-field'
import { TextField } from '../../ui/text-field'
import type { DinerSettings } from './diner-draft'

interface DeliveryFieldProps {
  draft: DinerSettings
  onChange: (change: Partial<DinerSettings>) => void
  /** Chinese text by field of the contract. */
  errors: Readonly<Record<string, string>>
}

const choices = [
  { value: true, word: '能送上门' },
  { value: false, word: '不送' },
]

/** 送餐上门: only for those who cannot come, with the reason and until when. */
export function DeliveryField({ draft, onChange, errors }: DeliveryFieldProps) {
  return (
    <Card title="送餐上门">
      <ChooseOne
        label="送餐上门"
        value={draft.delivers}
        onChange={(delivers) => onChange({ delivers })}
        choices={choices}
      />
      {draft.delivers && (
        <>
          <TextField
            label="为什么要送"
            placeholder="比如:失能,一人在家"
            value={draft.deliveryReason}
            onChange={(deliveryReason) => onChange({ deliveryReason })}
            max={40}
            error={errors['delivery.reason']}
          />
          <DayField
            label="送到哪天为止"
            value={draft.deliveryUntil}
            onChange={(deliveryUntil) => onChange({ deliveryUntil })}
            error={errors['delivery.until']}
          />
          <Note>到期前七天会提醒家人,到期要重新核对。</Note>
        </>
      )}
    </Card>
  )
}
