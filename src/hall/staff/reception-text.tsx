import Taro from '@tarojs/taro'
import { asInstant } from '../../../types/common/time'
import { receptionTextOf } from '../../../types/hall.reception-text'
import { community, hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { say } from '../../ui/say'
import { thisMonth } from '../months'
import { nextMonth } from '../reception-month.rule'
import type { DayOfStaff } from '../reception-words'

/** The next day that can be booked, of this month or the one after. */
const useNextDay = (centreId: string) => {
  const rows = [
    ...(useRead(hall.receptionDaysOfStaff, { centreId, month: thisMonth() }).data?.rows ?? []),
    ...(useRead(hall.receptionDaysOfStaff, { centreId, month: nextMonth(thisMonth()) }).data?.rows ?? []),
  ]
  return rows.find(({ state, startsAt }) => state === 'coming' && startsAt > Date.now())
}

/** 发到群里: what the day came to, in a few lines, without anybody's name or words. */
export function ReceptionText({ centreId, day }: { centreId: string; day: DayOfStaff }) {
  const centre = useRead(community.centre, { centreId })
  const next = useNextDay(centreId)
  if (!centre.data) return null
  const text = receptionTextOf({
    ...day,
    centreName: centre.data.name,
    next: next && { ...next, startsAt: asInstant(next.startsAt) },
  })
  const copy = async () => {
    await Taro.setClipboardData({ data: text })
    say('文字已复制,可以贴到群里')
  }
  return (
    <Card title="发到群里">
      <Note>不带任何人的姓名和问的话</Note>
      {text.split('\n').map((line) => (
        <Note key={line}>{line}</Note>
      ))}
      <Button text="复制发群的文字" onTap={() => void copy()} />
    </Card>
  )
}
