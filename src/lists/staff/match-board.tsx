import Taro from '@tarojs/taro'
import { Columns } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import type { Decision } from './match-decision'
import { NeedCard } from './need-card'
import { OpenNeed } from './open-need'
import type { BoardRow } from './rows'
import { SettledNeed } from './settled-need'

interface MatchBoardProps {
  centreId: string
  state: 'open' | 'matched' | 'gap'
  rows: readonly BoardRow[]
  onDecision: (decision: Decision) => void
}

const emptyWords = {
  open: '没有等着对接的需求。导入问卷或登记入户走访,需求就会出现在这里',
  matched: '还没有配好的需求。在「待对接」里采用一项资源,就会出现在这里',
  gap: '没有缺口。每条需求都有资源能接上',
} as const

/** The needs of one tab, in one column on a phone and two on a wide screen. */
export function MatchBoard({ centreId, state, rows, onDecision }: MatchBoardProps) {
  if (rows.length === 0) {
    const toImport = () => void Taro.navigateTo({ url: `/lists/staff/import-page?centreId=${centreId}` })
    return (
      <EmptyState
        why={emptyWords[state]}
        {...(state === 'open' && { action: { text: '去导入表格', onTap: toImport } })}
      />
    )
  }
  return (
    <Columns>
      {rows.map((row) => (
        <NeedCard key={row.need.id} need={row.need}>
          {state === 'open' ? (
            <OpenNeed centreId={centreId} row={row} onDecision={onDecision} />
          ) : (
            <SettledNeed centreId={centreId} row={row} onDecision={onDecision} />
          )}
        </NeedCard>
      ))}
    </Columns>
  )
}
