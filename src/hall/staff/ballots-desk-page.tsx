import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { ballotStanding } from '../ballot-standing'
import { ballotHours, turnoutText } from '../ballot-words'
import { ballotDeskPath, ballotEditPath } from '../staff-paths'

/** 表决 of a centre, drafts included. */
function BallotsDeskPage({ centreId }: AtWork) {
  const ballots = useReadPages(hall.ballotsOfStaff, { centreId })
  const now = Date.now()
  return (
    <Page title="表决" sentence="先写规则、编名册,再开始" reading={ballots}>
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
                  onTap={() => open(ballotDeskPath(centreId, row.ballotId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why="还没有表决过" />
          )
        }
      </Loaded>
      <MoreRows reading={ballots} />
      <MainButton text="写一次表决" onTap={() => open(ballotEditPath(centreId))} />
    </Page>
  )
}

export default atWork(BallotsDeskPage)
