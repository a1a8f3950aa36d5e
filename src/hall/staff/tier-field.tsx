import { type Tier, tierNames, tiers } from '../../../types/hall.words'
import { Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { Field } from '../../ui/field'

const tierHints: Readonly<Record<Tier, string>> = {
  brief: '一位同事办,办完答复。',
  fast: '请几位同事书面说意见,形成意见再办。',
  assembly: '开议事会商量,形成决议,公示以后答复。',
}

interface TierFieldProps {
  value: Tier | undefined
  onChange: (tier: Tier) => void
  /** The tiers to choose from, all of them unless told. */
  among?: readonly Tier[]
}

/** 用哪种议事办法, with what each means. */
export function TierField({ value, onChange, among = tiers }: TierFieldProps) {
  return (
    <Field label="用哪种议事办法">
      <ChooseOne
        label="用哪种议事办法"
        value={value}
        onChange={onChange}
        choices={among.map((tier) => ({ value: tier, word: tierNames[tier] }))}
      />
      {value && <Note>{tierHints[value]}</Note>}
    </Field>
  )
}
