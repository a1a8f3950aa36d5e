import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { spanText } from '../../lists/words'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { shiftPath } from '../staff-paths'
import { ShiftForm } from './shift-form'

const stateWords = { open: '', confirmed: '已确认', cancelled: '已取消' } as const

/** 志愿班次: what is coming, and new ones. */
function ShiftsManagePage({ centreId }: AtWork) {
  const [adding, setAdding] = useState(false)
  const shifts = useReadPages(points.shifts, { centreId })
  if (adding) return <ShiftForm centreId={centreId} onDone={() => setAdding(false)} />
  return (
    <Page title="志愿班次" sentence="居民自己报,现场凭码签到签退" reading={shifts}>
      <Loaded reading={shifts}>
        {(rows) =>
          rows.length > 0 ? (
            <Card>
              {rows.map(({ shiftId, title, startsAt, endsAt, taken, cap, state }) => (
                <Row
                  key={shiftId}
                  title={title}
                  note={spanText(startsAt, endsAt)}
                  aside={stateWords[state] || `${taken}/${cap} 人`}
                  onTap={() => open(shiftPath(centreId, shiftId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why="还没有班次" />
          )
        }
      </Loaded>
      <MoreRows reading={shifts} />
      <MainButton text="发布一项志愿活动" onTap={() => setAdding(true)} />
    </Page>
  )
}

export default atWork(ShiftsManagePage)
