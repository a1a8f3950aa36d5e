import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import type { FundDraft } from '../subsidy-draft'

interface FundFieldProps {
  no: number
  fund: FundDraft
  onChange: (fund: FundDraft) => void
  onRemove: () => void
}

/** One fund and its share of every subsidy. */
export function FundField({ no, fund, onChange, onRemove }: FundFieldProps) {
  return (
    <Card
      title={`资金 ${no}`}
      aside={<Button text="去掉" label={`去掉资金 ${no}`} kind="quiet" onTap={onRemove} />}
    >
      <TextField
        label={`资金 ${no} 名字`}
        placeholder="比如:区级补贴"
        value={fund.name}
        onChange={(name) => onChange({ ...fund, name })}
        max={20}
      />
      <NumberField
        label={`资金 ${no} 出百分之几`}
        value={fund.share}
        onChange={(share) => onChange({ ...fund, share })}
        min={1}
        max={100}
      />
    </Card>
  )
}
