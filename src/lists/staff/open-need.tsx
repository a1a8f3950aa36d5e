import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Tap } from '../../ui/tap'
import type { Decision } from './match-decision'
import type { BoardRow } from './rows'
import { Suggestion } from './suggestion'
import './match.scss'

interface OpenNeedProps {
  centreId: string
  row: BoardRow
  onDecision: (decision: Decision) => void
}

/** What could serve a need, best first; what nearly could; and the way to the gap list. */
export function OpenNeed({ centreId, row, onDecision }: OpenNeedProps) {
  const { need, suggestions, nearMisses } = row
  const [showsMisses, setShowsMisses] = useState(suggestions.length === 0)
  const gap = useWrite(lists.markGap)
  const needId = need.id
  const markGap = async () => {
    if (await gap.send({ centreId, needId })) onDecision({ kind: 'gap', needId, text: need.text })
  }
  return (
    <View>
      {suggestions.map((suggestion, rank) => (
        <Suggestion
          key={suggestion.resourceId}
          centreId={centreId}
          need={need}
          suggestion={suggestion}
          best={rank === 0}
          onDecision={onDecision}
        />
      ))}
      {suggestions.length === 0 && <Note>没有配得上的资源</Note>}
      {nearMisses.length > 0 && (
        <Tap
          label={`${need.text},${showsMisses ? '收起' : '看'}差一点的 ${nearMisses.length} 项`}
          onTap={() => setShowsMisses(!showsMisses)}
          className="fold"
        >
          <Text>{showsMisses ? '收起差一点的 ▴' : `还有 ${nearMisses.length} 项差一点的 ▾`}</Text>
        </Tap>
      )}
      {showsMisses &&
        nearMisses.map(({ resourceId, title, unit, obstacles }) => (
          <View key={resourceId} className="near-miss">
            <Text>
              ✕ {title}({unit})
            </Text>
            <Note>{obstacles.join(' · ')}</Note>
          </View>
        ))}
      <RefusalNotice refusal={gap.refusal} />
      <Button
        text={suggestions.length > 0 ? '都不合适,记进缺口清单' : '记进缺口清单'}
        label={`${need.text},记进缺口清单`}
        busy={gap.busy}
        onTap={() => void markGap()}
      />
    </View>
  )
}
