import { View } from '@tarojs/components'
import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import type { WelfareCheck } from '../shown'

const findings = [
  { value: 'well', word: '平安' },
  { value: 'helped', word: '有事,已经帮到' },
  { value: 'away', word: '外出了' },
] as const
type Finding = (typeof findings)[number]['value']

/** Ends an alarm: how the elder is, and how one knows. The courier is told. */
export function AnswerCheck({ centreId, check }: { centreId: string; check: WelfareCheck }) {
  const [open, setOpen] = useState(false)
  const [finding, setFinding] = useState<Finding>()
  const [text, setText] = useState('')
  const { send, busy, refusal } = useWrite(canteen.answerWelfareCheck)
  const { checkId, building, room, name, by } = check
  const door = `${building} ${room} ${name}`
  const answer = async () => {
    if (!finding) return
    if (await send({ centreId, checkId, finding, text: text.trim() })) say(`写好了,不再提醒,已告诉 ${by}`)
  }
  const isReady = finding !== undefined && text.trim() !== ''
  return (
    <View>
      <Button text="联系上了" label={`联系上了,${door}`} onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={`${door},怎么样`} open onClose={() => setOpen(false)}>
          <ChooseOne label="老人怎么样" value={finding} onChange={setFinding} choices={findings} />
          <TextField
            label="怎么知道的"
            placeholder="比如:女儿接了电话,老人去医院复查"
            value={text}
            onChange={setText}
            max={100}
            tall
          />
          <RefusalNotice refusal={refusal} />
          <Button
            text="写明情况,结束提醒"
            kind="main"
            busy={busy}
            disabled={!isReady}
            onTap={() => void answer()}
          />
          {!isReady && <Note>选一项,再写一句怎么知道的</Note>}
        </Sheet>
      )}
    </View>
  )
}
