import { View } from '@tarojs/components'
import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'

const digits = 6

/** Checking in or out: the six digits the shift's leader shows, typed in. */
export function CheckCode({
  centreId,
  shiftId,
  way,
}: {
  centreId: string
  shiftId: string
  way: 'in' | 'out'
}) {
  const checkIn = useWrite(points.checkIn)
  const checkOut = useWrite(points.checkOut)
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const word = way === 'in' ? '签到' : '签退'
  const write = way === 'in' ? checkIn : checkOut
  const check = async () => {
    const input = { centreId, shiftId, code }
    const done = way === 'in' ? await checkIn.send(input) : await checkOut.send(input)
    if (!done) return
    setOpen(false)
    setCode('')
    say('minutes' in done ? `签退好了,服务了 ${done.minutes} 分钟,确认后记积分` : '签到好了,结束时记得签退')
  }
  return (
    <View>
      <Button text={word} kind="main" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={word} open onClose={() => setOpen(false)}>
          <TextField
            label="现场的 6 位数字"
            hint="在带队的人手机上,半分钟换一次"
            value={code}
            onChange={setCode}
            max={digits}
            keyboard="number"
          />
          <RefusalNotice refusal={write.refusal} />
          <Button
            text={word}
            kind="main"
            busy={write.busy}
            disabled={code.length !== digits}
            onTap={() => void check()}
          />
        </Sheet>
      )}
    </View>
  )
}
