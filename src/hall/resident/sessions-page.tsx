import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { sessionPath } from '../paths'
import { sessionTime, standingOf } from '../session-words'

const shows = [
  { value: 'coming', word: '今天和以后' },
  { value: 'past', word: '开过的' },
] as const
type Show = (typeof shows)[number]['value']

/** 议事会: what is to come, and what came of those that were. */
export default function SessionsPage() {
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const [show, setShow] = useState<Show>('coming')
  const sessions = useReadPages(hall.sessions, joined ? { centreId, show } : undefined)
  const now = Date.now()
  const waiting =
    sessions.data?.filter(({ mine, state }) => state === 'announced' && mine === 'none').length ?? 0
  return (
    <Page
      title="议事会"
      sentence={show === 'coming' && waiting > 0 ? `${waiting} 场等您回一声来不来` : '大家的事,坐下来商量'}
      reading={sessions}
    >
      {!joined && <NotJoined me={me} what="就能参加议事会" />}
      {joined && (
        <>
          <ChooseOne label="看哪些" value={show} choices={shows} onChange={setShow} />
          <Loaded reading={sessions}>
            {(rows) =>
              rows.length > 0 ? (
                <Card>
                  {rows.map((row) => (
                    <Row
                      key={row.sessionId}
                      title={row.title}
                      note={`${sessionTime(row, now)} · ${row.place}`}
                      aside={<StatusTag {...standingOf(row, now)} />}
                      onTap={() => open(sessionPath(row.sessionId))}
                    />
                  ))}
                </Card>
              ) : (
                <EmptyState why={show === 'coming' ? '最近没有要开的议事会' : '还没有开过议事会'} />
              )
            }
          </Loaded>
          <MoreRows reading={sessions} />
        </>
      )}
    </Page>
  )
}
