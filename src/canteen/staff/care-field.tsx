import type { CareTag } from '../../../types/common/words'
import { Card, Note } from '../../ui/card'
import { ChooseSome } from '../../ui/choices'
import { careWords } from '../care-words'

interface CareFieldProps {
  careTags: readonly CareTag[]
  onChange: (careTags: readonly CareTag[]) => void
}

/** 重点关爱标签: some subsidies go by them. */
export function CareField({ careTags, onChange }: CareFieldProps) {
  return (
    <Card title="重点关爱标签">
      <ChooseSome
        label="重点关爱标签"
        values={careTags}
        onChange={onChange}
        choices={careWords.map((value) => ({ value, word: value }))}
      />
      <Note>只给工作人员看。有的补贴按标签算,要有证件或入户记录。</Note>
    </Card>
  )
}
