import type { CareTag } from '../../../types/common/words'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { ChooseOne, ChooseSome } from '../../ui/choices'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import { careTagWords } from '../diet-words'
import { fenOf } from '../menu-draft'
import type { TierDraft } from '../subsidy-draft'

interface TierFieldProps {
  no: number
  tier: TierDraft
  onChange: (tier: TierDraft) => void
  onRemove: () => void
}

/** One tier: who, and how much. */
export function TierField({ no, tier, onChange, onRemove }: TierFieldProps) {
  const { title, fromAge, careTags, kind, yuan } = tier
  return (
    <Card
      title={`第 ${no} 档`}
      aside={<Button text="去掉" label={`去掉第 ${no} 档`} kind="quiet" onTap={onRemove} />}
    >
      <TextField
        label={`第 ${no} 档名字`}
        placeholder="比如:80 岁以上"
        value={title}
        onChange={(text) => onChange({ ...tier, title: text })}
        max={20}
      />
      <NumberField
        label={`第 ${no} 档满几岁`}
        value={fromAge}
        onChange={(age) => onChange({ ...tier, fromAge: age })}
        min={0}
        max={120}
      />
      <Note>还要有下面哪一种(都不选就只看年龄)</Note>
      <ChooseSome
        label={`第 ${no} 档关爱标签`}
        values={careTags}
        onChange={(tags: CareTag[]) => onChange({ ...tier, careTags: tags })}
        choices={careTagWords.map((value) => ({ value, word: value }))}
      />
      <ChooseOne
        label={`第 ${no} 档怎么补`}
        value={kind}
        onChange={(value) => onChange({ ...tier, kind: value })}
        choices={[
          { value: 'off', word: '每顿补' },
          { value: 'pay', word: '每顿只付' },
        ]}
      />
      <TextField
        label={`第 ${no} 档多少元`}
        value={yuan}
        onChange={(text) => onChange({ ...tier, yuan: text })}
        max={6}
        keyboard="digit"
        error={fenOf(yuan) === undefined ? '写成 7 或 7.50' : undefined}
      />
    </Card>
  )
}
