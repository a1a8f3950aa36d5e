import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import type { WelfareCheck } from '../shown'
import { CheckCard } from './check-card'

const states: readonly { readonly value: WelfareCheck['state']; readonly word: string }[] = [
  { value: 'open', word: '还没回话' },
  { value: 'answered', word: '已回话' },
]

/** 没人应门: elders nobody has heard of since the courier stood at the door, until somebody writes how they are. */
function WelfarePage({ centreId }: AtWork) {
  const [state, setState] = useState<WelfareCheck['state']>('open')
  const checks = useReadPages(canteen.welfareChecks, { centreId, state })
  const count = checks.data?.length ?? 0
  const sentence =
    state === 'answered'
      ? '都问到了的'
      : count > 0
        ? `${count}${checks.more ? ' 位以上' : ' 位'}老人还没联系上,请马上打电话或上门`
        : '没有等着联系的老人'
  return (
    <Page title="没人应门" sentence={checks.data && sentence} reading={checks}>
      <ChooseOne label="哪些老人" value={state} onChange={setState} choices={states} />
      <Loaded reading={checks}>
        {(rows) =>
          rows.length > 0 ? (
            rows.map((check) => <CheckCard key={check.checkId} centreId={centreId} check={check} />)
          ) : (
            <EmptyState
              why={
                state === 'open'
                  ? '现在没有。送餐的人按「没人应门」以后,马上出现在这里,也会通知到人'
                  : '还没有'
              }
            />
          )
        }
      </Loaded>
      <MoreRows reading={checks} />
    </Page>
  )
}

export default atWork(WelfarePage)
