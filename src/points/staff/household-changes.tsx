import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { ChooseSome } from '../../ui/choices'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import { passbookOfPath } from '../staff-paths'
import { FindHousehold, type FoundHousehold } from './find-household'
import type { StaffPassbook } from './spenders-card'

/** 并户、分户: the sum and the history stay whole. */
export function HouseholdChanges({ centreId, passbook }: { centreId: string; passbook: StaffPassbook }) {
  const [way, setWay] = useState<'merge' | 'split'>()
  if (way === 'merge') return <Merge centreId={centreId} passbook={passbook} />
  if (way === 'split') return <Split centreId={centreId} passbook={passbook} />
  return (
    <Card title="这户有变化">
      <Button text="并到另一户" onTap={() => setWay('merge')} />
      <Button text="分出一户" onTap={() => setWay('split')} />
    </Card>
  )
}

function Merge({ centreId, passbook }: { centreId: string; passbook: StaffPassbook }) {
  const { send, busy, refusal } = useWrite(points.mergePassbooks)
  const [into, setInto] = useState<FoundHousehold>()
  const [reason, setReason] = useState('')
  const merge = async () => {
    if (!into) return
    const done = await send({ centreId, fromId: passbook.passbookId, intoId: into.passbookId, reason })
    if (!done) return
    say(`已并户,${done.points} 分转过去了`)
    open(passbookOfPath(centreId, done.intoId))
  }
  return (
    <>
      <FindHousehold centreId={centreId} onFound={setInto} />
      <Card title={into ? `并到 ${into.building} ${into.room}` : '先找到要并入的那一户'}>
        <TextField label="原因" value={reason} onChange={setReason} max={60} />
        <RefusalNotice refusal={refusal} />
        <Button
          text={`把 ${passbook.balance} 分和家人都并过去`}
          kind="main"
          busy={busy}
          disabled={!into || reason.trim() === ''}
          onTap={() => void merge()}
        />
      </Card>
    </>
  )
}

function Split({ centreId, passbook }: { centreId: string; passbook: StaffPassbook }) {
  const { send, busy, refusal } = useWrite(points.splitPassbook)
  const { passbookId, members, balance } = passbook
  const [building, setBuilding] = useState('')
  const [room, setRoom] = useState('')
  const [residentIds, setResidentIds] = useState<string[]>([])
  const [sum, setSum] = useState(0)
  const [reason, setReason] = useState('')
  const split = async () => {
    const done = await send({ centreId, passbookId, building, room, residentIds, points: sum, reason })
    if (!done) return
    say('已分户')
    open(passbookOfPath(centreId, done.passbookId))
  }
  const ready = building.trim() && room.trim() && reason.trim() && residentIds.length > 0
  return (
    <Card title="分出一户">
      <Note>谁搬出去</Note>
      <ChooseSome
        label="谁搬出去"
        values={residentIds}
        onChange={setResidentIds}
        choices={members.map(({ residentId, name }) => ({ value: residentId, word: name }))}
      />
      <TextField label="新家楼栋" value={building} onChange={setBuilding} max={20} />
      <TextField label="新家房号" value={room} onChange={setRoom} max={20} />
      <NumberField label="分走多少积分" value={sum} onChange={setSum} min={0} max={balance} />
      <TextField label="原因" value={reason} onChange={setReason} max={60} />
      <RefusalNotice refusal={refusal} />
      <Button
        text={`分户,带走 ${sum} 分`}
        kind="main"
        busy={busy}
        disabled={!ready}
        onTap={() => void split()}
      />
    </Card>
  )
}
