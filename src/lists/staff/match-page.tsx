import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { MatchBoard } from './match-board'
import { type Decision, DecisionBar } from './match-decision'

type BoardState = 'open' | 'matched' | 'gap'

/** 对接台: every need with the resources that may serve it, and what staff decide. */
function MatchPage({ centreId }: AtWork) {
  const [state, setState] = useState<BoardState>('open')
  const [decision, setDecision] = useState<Decision>()
  const board = useReadPages(lists.matchBoard, { centreId, state })
  const counts = board.first?.counts
  const word = (name: string, count: number | undefined) => (count === undefined ? name : `${name} ${count}`)
  const sentence = counts
    ? `需求 ${counts.open + counts.matched + counts.gap} · 已配 ${counts.matched} · 缺口 ${counts.gap}`
    : undefined
  return (
    <Page title="对接台" sentence={sentence} reading={board}>
      <ChooseOne
        label="看哪些需求"
        value={state}
        onChange={setState}
        choices={[
          { value: 'open', word: word('待对接', counts?.open) },
          { value: 'matched', word: word('已配', counts?.matched) },
          { value: 'gap', word: word('缺口', counts?.gap) },
        ]}
      />
      {decision && <DecisionBar centreId={centreId} decision={decision} onDecision={setDecision} />}
      <Loaded reading={board} rows={4}>
        {(rows) => <MatchBoard centreId={centreId} state={state} rows={rows} onDecision={setDecision} />}
      </Loaded>
      <MoreRows reading={board} />
    </Page>
  )
}

export default atWork(MatchPage)
