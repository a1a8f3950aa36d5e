import { ChooseOne } from '../../ui/choices'
import { Field } from '../../ui/field'
import { PhotosField } from '../../ui/photos-field'
import { TextField } from '../../ui/text-field'
import type { MatterDraft } from './matter-draft'

interface MatterFormProps {
  draft: MatterDraft
  change: (part: Partial<MatterDraft>) => void
  /** Chinese text by field, from the refusal. */
  errors: Readonly<Record<string, string>>
}

const names = [
  { value: false, word: '写上我(名字中间打星)' },
  { value: true, word: '不写我' },
]

/** The fields of a matter (议题). */
export function MatterForm({ draft, change, errors }: MatterFormProps) {
  return (
    <>
      <TextField
        label="什么事"
        placeholder="比如:5栋楼下的路灯不亮,晚上看不清路"
        value={draft.text}
        onChange={(text) => change({ text })}
        max={500}
        tall
        error={errors.text}
      />
      <TextField
        label="在哪里"
        placeholder="比如:5栋楼下"
        value={draft.place}
        onChange={(place) => change({ place })}
        max={60}
        error={errors.place}
      />
      <PhotosField label="照片" value={draft.photos} onChange={(photos) => change({ photos })} />
      <Field label="邻居看到的提事人" hint="社区工作人员总是看得到,方便找您。">
        <ChooseOne
          label="邻居看到的提事人"
          choices={names}
          value={draft.anonymous}
          onChange={(anonymous) => change({ anonymous })}
        />
      </Field>
    </>
  )
}
