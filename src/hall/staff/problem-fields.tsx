import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import type { ProblemDraft } from './problem-draft'

interface ProblemFieldsProps {
  centreId: string
  draft: ProblemDraft
  onChange: (draft: ProblemDraft) => void
  /** Chinese text by name of the input at fault. */
  errors: Readonly<Record<string, string>>
}

/** What a problem on the list (问题清单) needs: what is wrong, what will be done, who is responsible, who sees to it. */
export function ProblemFields({ centreId, draft, onChange, errors }: ProblemFieldsProps) {
  const people = useRead(hall.hallPeople, { centreId }).data?.rows ?? []
  const unitError = Object.entries(errors).find(([field]) => field.startsWith('units'))?.[1]
  const set = (change: Partial<ProblemDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <TextField
        label="什么问题"
        value={draft.text}
        onChange={(text) => set({ text })}
        max={200}
        error={errors.text}
        tall
      />
      <TextField
        label="怎么办"
        placeholder="比如:联系路灯所更换灯头"
        value={draft.measure}
        onChange={(measure) => set({ measure })}
        max={200}
        error={errors.measure}
        tall
      />
      <TextField
        label="责任单位"
        hint="几家一起办,用顿号分开"
        value={draft.units}
        onChange={(units) => set({ units })}
        max={200}
        error={unitError}
      />
      <SelectField
        label="谁来办"
        choices={people.map(({ who, name, role }) => ({ value: who, word: `${name} ${role}` }))}
        value={draft.officer || undefined}
        onChange={(officer) => set({ officer })}
        error={errors.officer}
      />
    </>
  )
}
