import { useState } from 'react'
import { addDays, asInstant, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { DayField } from '../../ui/day-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'

const oneMonth = 30
const again = [
  { value: false, word: '不用再看' },
  { value: true, word: '再约一天' },
] as const

/** 回访: whether what was agreed was kept, and when to look again, if at all. */
export function FollowUpMediation({ centreId, mediationId }: { centreId: string; mediationId: string }) {
  const [text, setText] = useState('')
  const [looksAgain, setLooksAgain] = useState(false)
  const [nextOn, setNextOn] = useState<ShanghaiDay>(() =>
    addDays(shanghaiDay(asInstant(Date.now())), oneMonth),
  )
  const { send, busy, refusal } = useWrite(hall.followUpMediation)
  const save = async () => {
    const next = looksAgain ? { nextOn } : {}
    if (!(await send({ centreId, mediationId, text: text.trim(), ...next }))) return
    setText('')
    setLooksAgain(false)
    say('回访记好了')
  }
  return (
    <Card title="回访">
      <TextField
        label="协议做到了没有"
        value={text}
        onChange={setText}
        max={300}
        error={refusal?.fields.text}
        tall
      />
      <ChooseOne label="还要看吗" value={looksAgain} onChange={setLooksAgain} choices={again} />
      {looksAgain && <DayField label="再看的日子" value={nextOn} onChange={setNextOn} />}
      <RefusalNotice refusal={refusal} />
      <Button text="记下回访" busy={busy} disabled={text.trim() === ''} onTap={() => void save()} />
    </Card>
  )
}
