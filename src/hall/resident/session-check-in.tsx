import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'

const digits = 6

/** 到会签到: the six digits shown at the door, typed in. */
export function SessionCheckIn({ centreId, sessionId }: { centreId: string; sessionId: string }) {
  const { send, busy, refusal } = useWrite(hall.checkInToSession)
  const [code, setCode] = useState('')
  const check = async () => {
    const done = await send({ centreId, sessionId, code })
    if (done) say(`签到好了,到会 ${done.present} 人`)
  }
  return (
    <Card title="到会签到">
      <TextField
        label="现场的 6 位数字"
        hint="在门口工作人员的手机上,一分钟换一次"
        value={code}
        onChange={setCode}
        max={digits}
        keyboard="number"
      />
      <RefusalNotice refusal={refusal} />
      <Button
        text="签到"
        kind="main"
        busy={busy}
        disabled={code.length !== digits}
        onTap={() => void check()}
      />
    </Card>
  )
}
