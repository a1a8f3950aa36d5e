import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import { type Ballot, sumsText } from '../ballot-words'

/** Puts the registered households (or residents) of some buildings on the roll; who is on it stays. */
export function FillRoll({ centreId, ballot }: { centreId: string; ballot: Ballot }) {
  const { ballotId, unit } = ballot
  const [written, setWritten] = useState('')
  const { send, busy, refusal } = useWrite(hall.fillRoll)
  const buildings = written.split(/[\s,,、]+/).filter((building) => building !== '')
  const fill = async () => {
    let after: string | undefined
    do {
      const done = await send({ centreId, ballotId, buildings, ...(after !== undefined && { after }) })
      if (!done) return
      after = done.next
      if (after === undefined) say(`编好了,名册共 ${sumsText(unit, done.roll)}`)
    } while (after !== undefined)
  }
  return (
    <Card title={unit === 'person' ? '按登记的居民编名册' : '按登记的住户编名册'}>
      <TextField
        label="哪几栋楼,用空格隔开"
        hint="不写就是全社区"
        value={written}
        onChange={setWritten}
        max={200}
        placeholder="5栋 6栋"
      />
      <RefusalNotice refusal={refusal} />
      <Button kind="main" text="编进名册" busy={busy} onTap={() => void fill()} />
    </Card>
  )
}
