import { useState } from 'react'
import { asInstant } from '../../../types/common/time'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { spanText } from '../../lists/words'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { MomentField } from '../../ui/moment-field'
import { NumberField } from '../../ui/number-field'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'

const hour = 3_600_000
const weekLength = 7 * 24 * hour
const mostShifts = 31

/** A volunteer activity: what, where, how many, points per hour, and its shifts; the next one a week later. */
export function ShiftForm({ centreId, onDone }: { centreId: string; onDone: () => void }) {
  const { send, busy, refusal } = useWrite(points.addShifts)
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const [cap, setCap] = useState(10)
  const [pointsPerHour, setPointsPerHour] = useState(10)
  const [startsAt, setStartsAt] = useState(asInstant(Math.ceil(Date.now() / hour) * hour + 24 * hour))
  const [hours, setHours] = useState(2)
  const [times, setTimes] = useState<readonly { startsAt: number; endsAt: number }[]>([])
  const add = () => {
    setTimes([...times, { startsAt, endsAt: startsAt + hours * hour }])
    setStartsAt(asInstant(startsAt + weekLength))
  }
  const publish = async () => {
    const done = await send({ centreId, title, place, cap, pointsPerHour, times: [...times] })
    if (!done) return
    say(`发布了 ${done.shiftIds.length} 班,居民可以报了`)
    onDone()
  }
  const errors = refusal?.fields ?? {}
  return (
    <Page title="发布志愿活动" sentence="先加班次,再发布">
      <Card>
        <TextField label="活动名称" value={title} onChange={setTitle} max={40} error={errors.title} />
        <TextField label="地点" value={place} onChange={setPlace} max={60} error={errors.place} />
        <NumberField label="每班要几个人" value={cap} onChange={setCap} min={1} max={200} />
        <NumberField
          label="每小时多少分"
          value={pointsPerHour}
          onChange={setPointsPerHour}
          min={0}
          max={1000}
        />
      </Card>
      <Card title="班次">
        <MomentField label="开始" value={startsAt} onChange={setStartsAt} />
        <NumberField label="几个小时" value={hours} onChange={setHours} min={1} max={12} />
        <Button text="加上这一班" disabled={times.length >= mostShifts} onTap={add} />
        {times.map((time, at) => (
          <Row
            key={time.startsAt}
            title={spanText(time.startsAt, time.endsAt)}
            aside={
              <Button
                text="去掉"
                label={`去掉第 ${at + 1} 班`}
                kind="quiet"
                onTap={() => setTimes(times.filter((_, other) => other !== at))}
              />
            }
          />
        ))}
      </Card>
      <RefusalNotice refusal={refusal} />
      <Button text="先不发布,返回" kind="quiet" onTap={onDone} />
      <MainButton
        text={`发布 ${times.length} 班`}
        busy={busy}
        disabled={times.length === 0 || title.trim() === '' || place.trim() === ''}
        onTap={() => void publish()}
      />
    </Page>
  )
}
