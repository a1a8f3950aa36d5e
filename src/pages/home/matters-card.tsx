import { hall, lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { noticesPath } from '../../community/paths'
import { MatterRowView } from '../../hall/matter-row-view'
import { matterPath } from '../../hall/paths'
import { EnrolmentRow } from '../../lists/enrolment-row'
import { needStates } from '../../lists/need-state'
import { myNeedsPath } from '../../lists/paths'
import { Card, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { open } from '../open'

const mostNeeds = 3
const mostMatters = 2

/** 您的事: the next service one goes to, needs and matters under way, new notices. */
export function MattersCard({ centreId, unread }: { centreId: string; unread: number }) {
  const enrolments = useReadPages(lists.myEnrolments, { centreId })
  const needs = useReadPages(lists.myNeeds, { centreId })
  const matters = useReadPages(hall.myMatters, { centreId })
  const now = Date.now()
  const next = [...(enrolments.data ?? [])]
    .filter(({ project }) => project.state === 'published' && project.endsAt > now)
    .sort((a, b) => a.project.startsAt - b.project.startsAt)[0]
  const underWay = (needs.data ?? [])
    .filter(({ state }) => state === 'open' || state === 'gap' || state === 'matched')
    .slice(0, mostNeeds)
  const raised = (matters.data ?? [])
    .filter(({ state }) => state === 'raised' || state === 'underWay' || state === 'answered')
    .slice(0, mostMatters)
  const nothing = !next && underWay.length === 0 && raised.length === 0 && unread === 0
  return (
    <Card title="您的事">
      {unread > 0 && (
        <Row
          title={`${unread} 条新通知`}
          aside={<StatusTag tone="own" word="没看过" />}
          onTap={() => open(noticesPath)}
        />
      )}
      <Loaded reading={enrolments} rows={1}>
        {() => next && <EnrolmentRow centreId={centreId} row={next} />}
      </Loaded>
      <Loaded reading={needs} rows={1}>
        {() =>
          underWay.map((need) => {
            const { tone, word } = needStates[need.state]
            return (
              <Row
                key={need.id}
                title={need.text}
                aside={<StatusTag tone={tone} word={word} />}
                onTap={() => open(myNeedsPath)}
              />
            )
          })
        }
      </Loaded>
      <Loaded reading={matters} rows={1}>
        {() =>
          raised.map((matter) => (
            <MatterRowView
              key={matter.matterId}
              matter={matter}
              onTap={() => open(matterPath(matter.matterId))}
            />
          ))
        }
      </Loaded>
      {nothing && enrolments.data && needs.data && matters.data && (
        <Note>没有要办的事。看看这个月的服务,或者说说您需要什么。</Note>
      )}
    </Card>
  )
}
