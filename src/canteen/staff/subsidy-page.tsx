import { useState } from 'react'
import { fullDayText } from '../../../types/common/time'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import type { SubsidyRule } from '../shown'
import { tierWords } from '../words'
import { SubsidyForm } from './subsidy-form'

const standings = {
  past: { tone: 'calm', word: '以前的' },
  current: { tone: 'good', word: '正在用' },
  coming: { tone: 'warn', word: '还没开始' },
} as const

/** 补贴办法: which tiers there are, who pays; a change begins on a day and old orders keep theirs. */
function SubsidyPage({ centreId }: AtWork) {
  const rules = useRead(canteen.subsidyRules, { centreId })
  const [writing, setWriting] = useState(false)
  const current = rules.data?.rows.find(({ state }) => state === 'current')
  return (
    <Page title="补贴办法" sentence="改了从某天起算,已经订的按原来的" reading={rules}>
      <Loaded reading={rules}>
        {({ rows }) => (
          <>
            {rows.length === 0 && !writing && <EmptyState why="还没有定补贴,订餐按原价" />}
            {rows.map((rule) => (
              <RuleCard key={rule.ruleId} rule={rule} own={rule.centreId === centreId} />
            ))}
            {writing ? (
              <SubsidyForm centreId={centreId} from={current} onDone={() => setWriting(false)} />
            ) : (
              <Button text="定一份新的补贴办法" kind="main" onTap={() => setWriting(true)} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function RuleCard({ rule, own }: { rule: SubsidyRule; own: boolean }) {
  return (
    <Card title={`${fullDayText(rule.startsOn)}起`} aside={<StatusTag {...standings[rule.state]} />}>
      {!own && <Note>上级定的;这里定了自己的,就按自己的。</Note>}
      {rule.tiers.map((tier) => (
        <Row key={tier.title} title={tier.title} note={tierWords(tier)} />
      ))}
      <Note>资金:{rule.funds.map(({ name, share }) => `${name} ${share}%`).join('、')}</Note>
    </Card>
  )
}

export default atWork(SubsidyPage)
