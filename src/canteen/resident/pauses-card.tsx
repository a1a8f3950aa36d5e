import { useState } from 'react'
import { addDays, type ShanghaiDay } from '../../../types/common/time'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { DayField } from '../../ui/day-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import type { MyDiner, StandingOrder } from '../shown'
import { today } from '../today'
import { dayWords, money } from '../words'

interface PausesCardProps {
  diner: MyDiner
  pauses: StandingOrder['pauses']
}

/** 暂停: days on which the standing order rests; what it had ordered on them is given back. */
export function PausesCard({ diner, pauses }: PausesCardProps) {
  const { centreId, dinerId } = diner
  const [from, setFrom] = useState<ShanghaiDay>(addDays(today(), 1))
  const [to, setTo] = useState<ShanghaiDay>(addDays(today(), 1))
  const pause = useWrite(canteen.pauseStanding)
  const resume = useWrite(canteen.resumeStanding)
  // a pause never ends before it begins
  const until = [from, to].sort()[1] ?? to
  const rest = async () => {
    const done = await pause.send({ centreId, dinerId, from, to: until })
    if (!done) return
    say(done.cancelled > 0 ? `暂停好了,取消了 ${done.cancelled} 顿,退回 ${money(done.back)}` : '暂停好了')
  }
  return (
    <Card title="出门了,暂停几天">
      {pauses.map((one) => (
        <Row
          key={one.from}
          title={`${dayWords(one.from)} 至 ${dayWords(one.to)}`}
          aside={
            <Button
              text="照常订"
              label={`${dayWords(one.from)}起照常订`}
              kind="quiet"
              busy={resume.busy}
              onTap={() => void resume.send({ centreId, dinerId, from: one.from })}
            />
          }
        />
      ))}
      <DayField label="从哪天起" value={from} onChange={setFrom} />
      <DayField label="到哪天为止" value={until} onChange={setTo} />
      <Note>这几天已经订好、还没截单的也一起取消,钱退回余额。</Note>
      <RefusalNotice refusal={pause.refusal ?? resume.refusal} />
      <Button
        text={from === until ? `${dayWords(from)} 不订` : `${dayWords(from)} 至 ${dayWords(until)} 不订`}
        kind="main"
        busy={pause.busy}
        onTap={() => void rest()}
      />
    </Card>
  )
}
