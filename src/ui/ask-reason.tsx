import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Writing } from '../cloud/use-write'
import { Button } from './button'
import { Note } from './card'
import { RefusalNotice } from './refusal-notice'
import { Sheet } from './sheet'
import { TextField } from './text-field'

interface AskReasonProps {
  /** On the button that opens it: 「看电话」. */
  text: string
  /** What the sheet is about: 「看李*的电话」. */
  title: string
  /** What becomes of the reason: 「原因会写进办事记录」. */
  note: string
  /** What will happen: 「看完整电话」. */
  yes: string
  kind?: 'plain' | 'quiet'
  write: Pick<Writing<never, unknown>, 'busy' | 'refusal'>
  /** Answers undefined when refused: the sheet then stays open and says why. */
  onReason: (reason: string) => Promise<unknown>
}

/** A button that first asks for a reason, for what is logged or told to others. */
export function AskReason({ text, title, note, yes, kind = 'plain', write, onReason }: AskReasonProps) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  // whoever steers by voice says the words on the button, so they come first
  const label = title.startsWith(text) ? title : `${text},${title}`
  const send = async () => {
    if ((await onReason(reason.trim())) === undefined) return
    setOpen(false)
    setReason('')
  }
  return (
    <View>
      <Button text={text} label={label} kind={kind} onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={title} open onClose={() => setOpen(false)}>
          <TextField label="原因" hint={note} value={reason} onChange={setReason} max={60} />
          <RefusalNotice refusal={write.refusal} />
          <Button
            text={yes}
            kind="main"
            busy={write.busy}
            disabled={reason.trim() === ''}
            onTap={() => void send()}
          />
          {reason.trim() === '' && <Note>写了原因才能继续</Note>}
        </Sheet>
      )}
    </View>
  )
}
