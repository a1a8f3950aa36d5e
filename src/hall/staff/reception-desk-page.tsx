import { useState } from 'react'
import { receptionFigures } from '../../../types/hall.reception-text'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MonthSwitch } from '../../ui/month-switch'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { lastMonths, thisMonth } from '../months'
import { nextMonth, sumOf } from '../reception-month.rule'
import { type DayRowOfStaff, dayLine, dayStanding } from '../reception-words'
import { receptionDayPath, receptionRulePath } from '../staff-paths'
import { ReceptionRules } from './reception-rules'

const noteOf = (day: DayRowOfStaff): string =>
  [day.title, day.place, day.asked > 0 && receptionFigures(day)].filter(Boolean).join(' · ')

/** 接访日: a month's days with what was asked, answered on the spot and listed; and the rules they come from. */
function ReceptionDeskPage({ centreId }: AtWork) {
  const [month, setMonth] = useState(thisMonth)
  const days = useRead(hall.receptionDaysOfStaff, { centreId, month })
  const rows = days.data?.rows
  return (
    <Page title="接访日" sentence={rows && `这个月${receptionFigures(sumOf(rows))}`} reading={days}>
      <MonthSwitch months={[nextMonth(thisMonth()), ...lastMonths()]} month={month} onChange={setMonth} />
      <Loaded reading={days}>
        {(loaded) =>
          loaded.rows.length > 0 ? (
            <Card>
              {loaded.rows.map((day) => (
                <Row
                  key={day.dayId}
                  title={dayLine(day)}
                  note={noteOf(day)}
                  aside={<StatusTag {...dayStanding(day)} />}
                  onTap={() => open(receptionDayPath(centreId, day.dayId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why="这个月没有接访日" />
          )
        }
      </Loaded>
      <ReceptionRules centreId={centreId} />
      <MainButton text="定一个固定的接访日" onTap={() => open(receptionRulePath(centreId))} />
    </Page>
  )
}

export default atWork(ReceptionDeskPage)
