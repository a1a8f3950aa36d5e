import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { Procedures } from '../shown'
import { type ProcedureDraft, ProcedureField } from './procedure-field'

/** The three procedures as they are set; they hold for matters sorted from now on. */
export function ProceduresForm({ centreId, start }: { centreId: string; start: Procedures }) {
  const { send, busy, refusal } = useWrite(hall.saveProcedures)
  const [rows, setRows] = useState<readonly ProcedureDraft[]>(start.rows)
  const [confirmWithin, setConfirmWithin] = useState(start.confirmWithin)
  const save = async () => {
    const input = { centreId, rows: rows.map((row) => ({ ...row, steps: [...row.steps] })), confirmWithin }
    if (await send(input)) say('保存了,以后分办的按新的办')
  }
  return (
    <>
      {rows.map((row) => (
        <ProcedureField
          key={row.tier}
          value={row}
          onChange={(changed) => setRows(rows.map((one) => (one.tier === changed.tier ? changed : one)))}
        />
      ))}
      <NumberField
        label="答复后几个工作日没人说话就算解决"
        value={confirmWithin}
        onChange={setConfirmWithin}
        min={1}
        max={30}
      />
      <Note>正在办的议题还按原来的步骤。</Note>
      <RefusalNotice refusal={refusal} />
      <MainButton text="保存议事步骤" busy={busy} onTap={() => void save()} />
    </>
  )
}
