import { audiences, categories } from '../../../types/common/words'
import { Card } from '../../ui/card'
import { ChooseOne, ChooseSome } from '../../ui/choices'
import { Field } from '../../ui/field'
import { TextField } from '../../ui/text-field'
import type { ResourceDraft } from './resource-draft'

/** What the parts of the resource form take. */
export interface ResourcePartProps {
  draft: ResourceDraft
  set: (change: Partial<ResourceDraft>) => void
  errors: Readonly<Record<string, string>>
}

/** Who offers what, and to whom. */
export function ResourceWhat({ draft, set, errors }: ResourcePartProps) {
  return (
    <Card title="能做什么">
      <TextField
        label="单位"
        max={40}
        value={draft.unit}
        onChange={(unit) => set({ unit })}
        error={errors.unit}
      />
      <TextField
        label="名称"
        max={40}
        value={draft.title}
        placeholder="例如:上门理发"
        onChange={(title) => set({ title })}
        error={errors.title}
      />
      <TextField
        label="怎么服务"
        tall
        max={500}
        value={draft.description}
        placeholder="做什么、带什么、有什么要求"
        onChange={(description) => set({ description })}
        error={errors.description}
      />
      <Field label="类别" hint="最多选两类" error={errors.categories}>
        <ChooseSome
          label="类别"
          values={draft.categories}
          choices={categories.map((value) => ({ value, word: value }))}
          onChange={(chosen) => set({ categories: chosen.slice(0, 2) })}
        />
      </Field>
      <Field label="服务对象" error={errors.audience}>
        <ChooseSome
          label="服务对象"
          values={draft.audience}
          choices={audiences.map((value) => ({ value, word: value }))}
          onChange={(audience) => set({ audience })}
        />
      </Field>
      <Field label="能上门吗">
        <ChooseOne
          label="能上门吗"
          value={draft.homeVisit}
          choices={[
            { value: true, word: '可以上门' },
            { value: false, word: '不上门' },
          ]}
          onChange={(homeVisit) => set({ homeVisit })}
        />
      </Field>
    </Card>
  )
}
