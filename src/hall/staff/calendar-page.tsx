import { useState } from 'react'
import { allows } from '../../../types/common/roles'
import { asInstant, shanghaiDay } from '../../../types/common/time'
import { community, hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { namedDay, spansOf, spanText } from '../year-draft.rule'
import { YearForm } from './year-form'

const stateWords = {
  published: '按国务院公布的安排',
  edited: '按区里录的安排',
  notPublished: '还没有公布,时限先按周一到周五算,公布后重算',
} as const

/** 放假和补班: by which days deadlines are counted; a district enters a year, everybody else reads it. */
function CalendarPage({ centreId }: AtWork) {
  const thisYear = Number(shanghaiDay(asInstant(Date.now())).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const calendar = useRead(hall.workingCalendar, { centreId, year })
  const me = useRead(community.me, {})
  const isDistrict = !centreId.includes('.')
  const edits = isDistrict && allows(me.data?.roles ?? [], 'calendar.edit', centreId)
  return (
    <Page
      title="放假和补班"
      sentence={calendar.data && `${year} 年:${stateWords[calendar.data.state]}`}
      reading={calendar}
    >
      <ChooseOne
        label="哪一年"
        value={year}
        onChange={setYear}
        choices={[thisYear, thisYear + 1].map((value) => ({ value, word: `${value} 年` }))}
      />
      <Loaded reading={calendar}>
        {({ off, worked }) =>
          edits ? (
            <YearForm key={year} centreId={centreId} year={year} off={off} worked={worked} />
          ) : (
            <Card>
              {spansOf(off).map((span) => (
                <Row key={span.from} title={spanText(span)} note="放假" />
              ))}
              {worked.map((day) => (
                <Row key={day} title={namedDay(day)} note="补班" />
              ))}
              <Note>放假安排全区统一,由区里录</Note>
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}

export default atWork(CalendarPage)
