import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { ballotStanding } from '../ballot-standing'
import { ballotHours, turnoutText } from '../ballot-words'
import { ballotPath } from '../paths'

/** 表决: what is being voted on, and what came of earlier votes. */
export default function BallotsPage() {
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const ballots = useReadPages(hall.ballots, joined ? { centreId } : undefined)
  const now = Date.now()
  const running =
    ballots.data?.filter(({ state, closesAt }) => state === 'open' && now < closesAt).length ?? 0
  return (
    <Page
      title="表决"
      sentence={running > 0 ? `${running} 件正在表决` : '大家的事,大家投票定'}
      reading={ballots}
    >
      {!joined && <NotJoined me={me} what="就能参加表决" />}
      {joined && (
        <>
          <Loaded reading={ballots}>
            {(rows) =>
              rows.length > 0 ? (
                <Card>
                  {rows.map((row) => (
                    <Row
                      key={row.ballotId}
                      title={row.question}
                      note={`${ballotHours(row, now)} · ${turnoutText(row)}`}
                      aside={<StatusTag {...ballotStanding(row, now)} />}
                      onTap={() => open(ballotPath(row.ballotId))}
                    />
                  ))}
                </Card>
              ) : (
                <EmptyState why="还没有要表决的事。有了会在这里,每户的票都在自己手机上投。" />
              )
            }
          </Loaded>
          <MoreRows reading={ballots} />
        </>
      )}
    </Page>
  )
}
