import { isShanghaiDay } from '../../../types/common/time'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { NumberField } from '../../ui/number-field'
import { PickMoment } from '../../ui/picker'
import { TextField } from '../../ui/text-field'
import type { ResourcePartProps } from './resource-what'

/** How much there is of it, whom to call, and until when it was agreed. */
export function ResourceExtras({ draft, set, errors, masked }: ResourcePartProps & { masked: string }) {
  return (
    <>
      <Card title="一次多少人,一月多少次">
        <NumberField
          label="每次人数"
          min={1}
          max={500}
          value={draft.capacityPerSession}
          onChange={(capacityPerSession) => set({ capacityPerSession })}
          error={errors.capacityPerSession}
        />
        <NumberField
          label="每月次数"
          min={1}
          max={200}
          value={draft.sessionsPerMonth}
          onChange={(sessionsPerMonth) => set({ sessionsPerMonth })}
          error={errors.sessionsPerMonth}
        />
      </Card>
      <Card title="联系和协议(可以不填)">
        <TextField
          label="联系人和电话"
          hint={masked === '' ? '加密保存,清单里打码' : `现在是 ${masked},不改就空着`}
          max={60}
          value={draft.contact}
          onChange={(contact) => set({ contact })}
          error={errors.contact}
        />
        <TextField
          label="共建协议"
          max={100}
          value={draft.agreement}
          placeholder="例如:2026 年共建协议,一年"
          onChange={(agreement) => set({ agreement })}
          error={errors.agreement}
        />
        <Field label="下次复核日期" error={errors.reviewDay}>
          <PickMoment
            label="下次复核日期"
            mode="date"
            value={draft.reviewDay}
            onPick={(day) => set({ reviewDay: isShanghaiDay(day) ? day : '' })}
          />
        </Field>
      </Card>
    </>
  )
}
