import { dayText } from '../../../types/common/time'
import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { Card, Note } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { StatusTag } from '../../ui/status-tag'

/** 积分对账: each day's proof that the journals add up to the balances. */
function ReconciliationsPage({ centreId }: AtWork) {
  const days = useReadPages(points.reconciliations, { centreId })
  return (
    <Page title="积分对账" sentence="每天夜里把每一户的每一笔重新加一遍" reading={days}>
      <Loaded reading={days}>
        {(rows) =>
          rows.length > 0 ? (
            rows.map(({ day, passbooks, balance, issued, spent, expired, drift }) => (
              <Card
                key={day}
                title={dayText(day)}
                aside={
                  <StatusTag
                    tone={drift.length === 0 ? 'good' : 'late'}
                    word={drift.length === 0 ? '分毫不差' : `${drift.length} 户对不上`}
                  />
                }
              >
                <Note>
                  {passbooks} 户 · 余额 {balance} · 发出 {issued} · 兑换 {spent} · 到期 {expired}
                </Note>
                {drift.map(({ passbookId, balance: written, proven }) => (
                  <Note key={passbookId}>
                    存折 {passbookId.slice(-6)}:写着 {written},加起来是 {proven}
                  </Note>
                ))}
              </Card>
            ))
          ) : (
            <EmptyState why="还没有对账结果,每天夜里对一次" />
          )
        }
      </Loaded>
      <MoreRows reading={days} />
    </Page>
  )
}

export default atWork(ReconciliationsPage)
