import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { ObjectionCard } from './objection-card'

const states = [
  { value: 'open', word: '待处理' },
  { value: 'upheld', word: '成立' },
  { value: 'dismissed', word: '不成立' },
] as const

/** 异议: what households think is wrong, and what was decided. */
function ObjectionsPage({ centreId }: AtWork) {
  const [state, setState] = useState<(typeof states)[number]['value']>('open')
  const objections = useReadPages(points.objections, { centreId, state })
  return (
    <Page title="积分异议" sentence="成立就冲正那一笔,结果会通知提的人" reading={objections}>
      <ChooseOne label="哪些异议" value={state} onChange={setState} choices={states} />
      <Loaded reading={objections}>
        {(rows) =>
          rows.length > 0 ? (
            rows.map((objection) => (
              <ObjectionCard
                key={objection.objectionId}
                centreId={centreId}
                objection={objection}
                open={state === 'open'}
              />
            ))
          ) : (
            <EmptyState why="这里没有异议" />
          )
        }
      </Loaded>
      <MoreRows reading={objections} />
    </Page>
  )
}

export default atWork(ObjectionsPage)
