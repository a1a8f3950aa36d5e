import { lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { listsPath, open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { EnrolmentRow } from '../enrolment-row'
import type { MyEnrolment } from '../shown'

const isOver = ({ project }: MyEnrolment): boolean =>
  project.state === 'cancelled' || project.state === 'done' || Date.now() >= project.endsAt

/** 我的报名: what one and one's family enrolled in; what is coming first, then what is over. */
export default function MyEnrolmentsPage() {
  const { me, centreId, standing } = useCentre()
  const reading = useReadPages(
    lists.myEnrolments,
    standing === 'joined' && centreId ? { centreId } : undefined,
  )
  const coming = (reading.data ?? []).filter((row) => !isOver(row))
  const over = (reading.data ?? []).filter(isOver)
  const sentence = reading.data && (coming.length > 0 ? `有 ${coming.length} 项还没开始` : '没有要参加的服务')
  return (
    <Page title="我的报名" sentence={sentence} reading={reading}>
      {standing !== 'joined' && <NotJoined me={me} what="报过的服务会出现在这里" />}
      {standing === 'joined' && centreId && (
        <Loaded reading={reading}>
          {() => (
            <>
              {coming.length === 0 && (
                <EmptyState
                  why="您还没有要参加的服务。"
                  action={{ text: '看这个月的服务', onTap: () => open(listsPath) }}
                />
              )}
              <Rows centreId={centreId} rows={sorted(coming)} />
              <Rows centreId={centreId} rows={over} title="已经结束" />
            </>
          )}
        </Loaded>
      )}
      <MoreRows reading={reading} />
    </Page>
  )
}

const sorted = (rows: readonly MyEnrolment[]) =>
  [...rows].sort((a, b) => a.project.startsAt - b.project.startsAt)

function Rows({ centreId, rows, title }: { centreId: string; rows: readonly MyEnrolment[]; title?: string }) {
  if (rows.length === 0) return null
  return (
    <Card title={title}>
      {rows.map((row) => (
        <EnrolmentRow key={`${row.project.id} ${row.forName ?? ''}`} centreId={centreId} row={row} />
      ))}
    </Card>
  )
}
