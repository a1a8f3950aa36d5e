import { neededSteps, stepNames, steps, tierNames } from '../../../types/hall.words'
import { Card, Note } from '../../ui/card'
import { ChooseSome } from '../../ui/choices'
import { Field } from '../../ui/field'
import { NumberField } from '../../ui/number-field'
import type { Procedures } from '../shown'

type Row = Procedures['rows'][number]
/** One procedure while it is being set. */
export type ProcedureDraft = Omit<Row, 'steps'> & { readonly steps: readonly Row['steps'][number][] }

interface ProcedureFieldProps {
  value: ProcedureDraft
  onChange: (procedure: ProcedureDraft) => void
}

/** One way of deliberating: its steps, those that are needed among them, and its days. */
export function ProcedureField({ value, onChange }: ProcedureFieldProps) {
  const { tier } = value
  const needed = neededSteps[tier]
  const more = steps.filter((step) => !needed.includes(step))
  const has = (step: (typeof steps)[number]) => value.steps.includes(step)
  const change = (part: Partial<ProcedureDraft>) => onChange({ ...value, ...part })
  const chosen = (added: readonly string[]) =>
    change({ steps: steps.filter((step) => needed.includes(step) || added.includes(step)) })
  return (
    <Card title={tierNames[tier]}>
      <Note>要走:{value.steps.map((step) => stepNames[step]).join(' → ')}</Note>
      {more.length > 0 && (
        <Field label="还可以加的步骤">
          <ChooseSome
            label={`${tierNames[tier]}还可以加的步骤`}
            choices={more.map((step) => ({
              value: step,
              word: stepNames[step],
              label: `${tierNames[tier]}加${stepNames[step]}`,
            }))}
            values={more.filter(has)}
            onChange={chosen}
          />
        </Field>
      )}
      <NumberField
        label={`${tierNames[tier]}几个工作日内答复`}
        value={value.answerWithin}
        onChange={(answerWithin) => change({ answerWithin })}
        min={1}
        max={120}
      />
      {has('announce') && (
        <NumberField
          label={`${tierNames[tier]}提前几天预告`}
          value={value.announceAhead}
          onChange={(announceAhead) => change({ announceAhead })}
          min={0}
          max={30}
        />
      )}
      {has('publicNotice') && (
        <NumberField
          label={`${tierNames[tier]}公示几天`}
          value={value.publicNoticeDays}
          onChange={(publicNoticeDays) => change({ publicNoticeDays })}
          min={0}
          max={60}
        />
      )}
    </Card>
  )
}
