import { Textarea } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import type { PasteRowsProps } from './paste-rows.port'
import { csvOfPasted, pastedCount } from './pasted'

/** Rows copied out of Excel, with their header row, become a .csv file. */
export function PasteRows({ busy, onPasted }: PasteRowsProps) {
  const [text, setText] = useState('')
  const count = pastedCount(text)
  const send = () =>
    onPasted({ name: '粘贴的表格.csv', content: new Blob([csvOfPasted(text)], { type: 'text/csv' }) })
  return (
    <Card>
      <Field label="或者从 Excel 粘贴" hint="在 Excel 里连表头一起选中、复制,再点下面的框粘贴">
        <Textarea
          className="field__control field__control--tall"
          aria-label="从 Excel 粘贴"
          value={text}
          maxlength={-1}
          onInput={(event) => setText(event.detail.value)}
        />
      </Field>
      <Button
        text={count > 0 ? `看一遍这 ${count} 行` : '粘贴以后先看一遍'}
        busy={busy}
        disabled={count === 0}
        onTap={send}
      />
    </Card>
  )
}
