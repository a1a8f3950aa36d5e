import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { ChooseFirst } from '../../community/choose-first'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { useMember } from '../use-member'
import { ShiftCard } from './shift-card'

/** 志愿服务: shifts to take, and checking in and out at those one took. */
export default function ShiftsPage() {
  const { me, centreId, member } = useMember()
  const shifts = useReadPages(points.shifts, centreId ? { centreId } : undefined)
  const mine = shifts.data?.filter((shift) => shift.mine !== 'none').length ?? 0
  return (
    <Page
      title="志愿服务"
      sentence={mine > 0 ? `您报了 ${mine} 班` : '报一班,现场签到签退,按时长记积分'}
      reading={shifts}
    >
      {me.data && !centreId && <ChooseFirst me={me} />}
      {centreId && (
        <Loaded reading={shifts}>
          {(rows) => (
            <>
              {rows.length === 0 && <EmptyState why="现在没有要人的班次,过几天再来看看" />}
              {rows.map((shift) => (
                <ShiftCard key={shift.shiftId} centreId={centreId} shift={shift} member={member} />
              ))}
            </>
          )}
        </Loaded>
      )}
      <MoreRows reading={shifts} />
    </Page>
  )
}
