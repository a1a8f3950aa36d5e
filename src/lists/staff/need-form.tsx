import { View } from '@tarojs/components'
import { audiences, type NeedSource, needSources } from '../../../types/common/words'
import { Card } from '../../ui/card'
import { ChooseOne, ChooseSome } from '../../ui/choices'
import { DoorFields } from '../../ui/door-fields'
import { Field } from '../../ui/field'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import { LimitsFields } from './limits-fields'
import type { NeedDraft } from './need-draft'

const staffSources: readonly NeedSource[] = ['visit', 'hotline', 'group', 'survey', 'hall', 'self']

interface NeedFormProps {
  draft: NeedDraft
  onChange: (draft: NeedDraft) => void
  errors: Readonly<Record<string, string>>
}

/** The words first, then who and when. */
export function NeedForm({ draft, onChange, errors }: NeedFormProps) {
  const set = (change: Partial<NeedDraft>) => onChange({ ...draft, ...change })
  return (
    <View>
      <Card>
        <TextField
          label="需求原话"
          tall
          max={300}
          value={draft.text}
          placeholder="例如:老爸走两步就喘,能不能医生来看"
          onChange={(text) => set({ text })}
          error={errors.text}
        />
        <Field label="怎么知道的" error={errors.source}>
          <ChooseOne
            label="怎么知道的"
            value={draft.source}
            choices={staffSources.map((value) => ({ value, word: needSources[value] }))}
            onChange={(source) => set({ source })}
          />
        </Field>
      </Card>
      <Card title="给谁">
        <Field label="服务对象" error={errors.beneficiary}>
          <ChooseSome
            label="服务对象"
            values={draft.beneficiary}
            choices={audiences.map((value) => ({ value, word: value }))}
            onChange={(beneficiary) => set({ beneficiary })}
          />
        </Field>
        <NumberField
          label="几个人"
          value={draft.headcount}
          min={1}
          max={500}
          onChange={(headcount) => set({ headcount })}
          error={errors.headcount}
        />
        <Field label="行动方便吗">
          <ChooseOne
            label="行动方便吗"
            value={draft.mobilityImpaired}
            choices={[
              { value: false, word: '能出门' },
              { value: true, word: '行动不便,要上门' },
            ]}
            onChange={(mobilityImpaired) => set({ mobilityImpaired })}
          />
        </Field>
      </Card>
      <Card title="什么时候">
        <LimitsFields
          value={draft.limits}
          onChange={(limits) => set({ limits })}
          hint="不选就是哪天都行"
          errors={errors}
        />
      </Card>
      <Card title="住户(可以不填)">
        <TextField
          label="姓名"
          hint="加密保存,清单里只显示姓"
          max={20}
          value={draft.person}
          onChange={(person) => set({ person })}
          error={errors.person}
        />
        <DoorFields door={draft} onChange={set} errors={errors} />
      </Card>
    </View>
  )
}
