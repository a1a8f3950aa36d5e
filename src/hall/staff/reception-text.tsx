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

/** The next day that can be booked, of this month or the one after; waiting until both are known. */
const useNextDay = (centreId: string) => {
  const months = [
    useRead(hall.receptionDaysOfStaff, { centreId, month: thisMonth() }),
    useRead(hall.receptionDaysOfStaff, { centreId, month: nextMonth(thisMonth()) }),
  ]
  const rows = months.flatMap(({ data }) => data?.rows ?? [])
  return {
    waiting: months.some(({ data, refusal }) => data === undefined && refusal === undefined),
    next: rows.find(({ state, startsAt }) => state === 'coming' && startsAt > Date.now()),
  }
}

/** 发到群里: what the day came to, in a few lines, without anybody's name or words. */
export function ReceptionText({ centreId, day }: { centreId: string; day: DayOfStaff }) {
  const centre = useRead(community.centre, { centreId })
  const { waiting, next } = useNextDay(centreId)
  if (!centre.data || waiting) return null
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
