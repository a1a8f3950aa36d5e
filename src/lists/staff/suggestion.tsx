import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note, Side } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import type { Decision } from './match-decision'
import type { NeedRow, SuggestionRow } from './rows'
import './match.scss'

const reasons = ['对象不符', '时间不合', '不能上门', '不是这回事', '其他'] as const

interface SuggestionProps {
  centreId: string
  need: NeedRow
  suggestion: SuggestionRow
  /** The first of the list stands out. */
  best: boolean
  onDecision: (decision: Decision) => void
}

/** How sure the matcher is, as five dots. */
const dotsOf = (score: number): string => {
  const full = Math.max(1, Math.min(5, Math.round(score * 5)))
  return '●'.repeat(full) + '○'.repeat(5 - full)
}

/** One resource for a need with what speaks for it and against it; taken with one tap, turned down with a reason. */
export function Suggestion({ centreId, need, suggestion, best, onDecision }: SuggestionProps) {
  const { resourceId, title, unit, score } = suggestion
  const [asks, setAsks] = useState(false)
  const accept = useWrite(lists.acceptMatch)
  const reject = useWrite(lists.rejectMatch)
  const about = { needId: need.id, text: need.text }
  const take = async () => {
    const done = await accept.send({ centreId, needId: need.id, resourceId })
    if (done) onDecision({ kind: 'accepted', ...about, title, ...done })
  }
  const turnDown = async (reason: (typeof reasons)[number]) => {
    if (await reject.send({ centreId, needId: need.id, resourceId, reason }))
      onDecision({ kind: 'rejected', ...about, title, reason })
  }
  return (
    <View className="suggestion">
      <View className="suggestion__head">
        <Text className="suggestion__title">{title}</Text>
        <Text className="suggestion__dots" aria-label={`把握 ${Math.round(score * 100)}%`}>
          {dotsOf(score)}
        </Text>
      </View>
      <Note>{unit}</Note>
      <View className="suggestion__why">✓ {suggestion.reasons.join(' · ')}</View>
      {suggestion.obstacles.length > 0 && (
        <View className="suggestion__but">! {suggestion.obstacles.join(' · ')}</View>
      )}
      <Side>
        <Button
          text="采用"
          label={`采用 ${title}`}
          kind={best ? 'main' : 'plain'}
          busy={accept.busy}
          onTap={() => void take()}
        />
        <Button
          text={asks ? '不合适 ▴' : '不合适 ▾'}
          label={`不合适 ${title}`}
          busy={reject.busy}
          onTap={() => setAsks(!asks)}
        />
      </Side>
      {asks && (
        <View className="suggestion__ask">
          <Note>为什么不合适?下次会少推荐这样的</Note>
          <ChooseOne
            label="为什么不合适"
            value={undefined}
            choices={reasons.map((reason) => ({ value: reason, word: reason }))}
            onChange={(reason) => void turnDown(reason)}
          />
        </View>
      )}
      <RefusalNotice refusal={accept.refusal ?? reject.refusal} />
    </View>
  )
}
