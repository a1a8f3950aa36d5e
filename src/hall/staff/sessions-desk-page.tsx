import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import type { SessionRow } from '../session-shown'
import { sessionStates, sessionTime } from '../session-words'
import { sessionDeskPath, sessionEditPath } from '../staff-paths'

const shows = [
  { value: 'coming', word: '今天和以后' },
  { value: 'past', word: '开过的' },
] as const
type Show = (typeof shows)[number]['value']

const countText = ({ state, coming, present, items }: SessionRow): string =>
  state === 'held' ? `到会 ${present} 人` : `${items} 项议程${coming > 0 ? ` · ${coming} 人说来` : ''}`

/** 议事会 of a centre, drafts included. */
function SessionsDeskPage({ centreId }: AtWork) {
  const [show, setShow] = useState<Show>('coming')
  const sessions = useReadPages(hall.sessionsOfStaff, { centreId, show })
  const now = Date.now()
  return (
    <Page title="议事会" sentence="先定议程和请谁,再发预告" reading={sessions}>
      <ChooseOne label="看哪些" value={show} choices={shows} onChange={setShow} />
      <Loaded reading={sessions}>
        {(rows) =>
          rows.length > 0 ? (
            <Card>
              {rows.map((row) => (
                <Row
                  key={row.sessionId}
                  title={row.title}
                  note={`${sessionTime(row, now)} · ${row.place} · ${countText(row)}`}
                  aside={<StatusTag {...sessionStates[row.state]} />}
                  onTap={() => open(sessionDeskPath(centreId, row.sessionId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why={show === 'coming' ? '最近没有安排议事会' : '还没有开过议事会'} />
          )
        }
      </Loaded>
      <MoreRows reading={sessions} />
      <MainButton text="安排一场议事会" onTap={() => open(sessionEditPath(centreId))} />
    </Page>
  )
}

export default atWork(SessionsDeskPage)
