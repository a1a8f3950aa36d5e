import { canteen, community, lists, points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { Figure, Figures } from '../../ui/figure'

/**
 * How a community's work stands: needs by state, who waits for approval, what waits for a second person, and elders
 * whom nobody has seen yet.
 */
export function DeskFigures({ centreId }: { centreId: string }) {
  const board = useRead(lists.matchBoard, { centreId, state: 'matched' })
  const waiting = useReadPages(community.applications, { centreId })
  const logs = useReadPages(points.pendingLogs, { centreId })
  const alarms = useReadPages(canteen.welfareChecks, { centreId, state: 'open' })
  if (!board.data) return null
  const { open, matched, gap } = board.data.counts
  return (
    <Figures>
      <Figure value={open + matched + gap} word="需求" />
      <Figure value={matched} word="已配" />
      <Figure value={gap} word="缺口" />
      <Figure value={waiting.data?.length ?? 0} word={waiting.more ? '待审核,还有更多' : '待审核'} />
      {(alarms.data?.length ?? 0) > 0 && <Figure value={alarms.data?.length ?? 0} word="没人应门,还没回话" />}
      {(logs.data?.length ?? 0) > 0 && (
        <Figure value={logs.data?.length ?? 0} word={logs.more ? '待复核,还有更多' : '待复核'} />
      )}
    </Figures>
  )
}
