import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import { inParts, pastedRoll } from '../roll-lines.rule'

/** Owners that one call takes. */
const perCall = 80
/** Lines told to be wrong at once. */
const mostWrong = 5

/** Owners copied out of Excel: 楼栋 房号 面积, and the same mark where several units have one owner. */
export function PasteRoll({ centreId, ballotId }: { centreId: string; ballotId: string }) {
  const [text, setText] = useState('')
  const { send, busy, refusal } = useWrite(hall.saveRollRows)
  const { owners, wrong } = pastedRoll(text)
  const doors = owners.reduce((sum, one) => sum + one.doors.length, 0)
  const save = async () => {
    // parts that were saved before stay as they are when the rest is sent again
    for (const rows of inParts(owners, perCall)) {
      if (!(await send({ centreId, ballotId, rows: [...rows] }))) return
    }
    setText('')
    say(`录好了 ${owners.length} 位业主`)
  }
  return (
    <Card title="录业主名册">
      <TextField
        label="从 Excel 粘贴"
        hint="每行:楼栋 房号 面积。几套房是同一位业主的,第四列写同一个记号,合起来算一票。"
        value={text}
        onChange={setText}
        max={20_000}
        tall
        placeholder="5栋 2-301 89.5"
      />
      {owners.length > 0 && (
        <Note>
          认出 {owners.length} 位业主,{doors} 套房
        </Note>
      )}
      {wrong.slice(0, mostWrong).map(({ line, why }) => (
        <Note key={line}>
          第 {line} 行{why}
        </Note>
      ))}
      {wrong.length > mostWrong && <Note>还有 {wrong.length - mostWrong} 行不对</Note>}
      <RefusalNotice refusal={refusal} />
      {refusal?.fields.rows && <Note>{refusal.fields.rows}</Note>}
      <Button
        kind="main"
        text={owners.length > 0 ? `把这 ${owners.length} 位业主录进名册` : '粘贴以后录进名册'}
        busy={busy}
        disabled={owners.length === 0 || wrong.length > 0}
        onTap={() => void save()}
      />
    </Card>
  )
}
