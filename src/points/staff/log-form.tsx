import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useQueuedWrite } from '../../cloud/use-queued-write'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { MomentField } from '../../ui/moment-field'
import { NumberField } from '../../ui/number-field'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import type { EarningItem } from '../shown'
import { earningText } from '../words'
import { EvidenceField } from './evidence-field'
import type { FoundHousehold } from './find-household'

interface LogFormProps {
  centreId: string
  items: readonly EarningItem[]
  households: readonly FoundHousehold[]
  onDone: () => void
}

const mostUnits = 1000

/** What they did, how much of it, when; one request for one household, one for a whole list. */
export function LogForm({ centreId, items, households, onDone }: LogFormProps) {
  const one = useQueuedWrite(points.logPoints)
  const many = useQueuedWrite(points.logMany)
  const [item, setItem] = useState(items[0])
  const [units, setUnits] = useState(1)
  const [happenedAt, setHappenedAt] = useState(Date.now())
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState<string>()
  if (!item) return <Note>还没有积分项目,请书记先定规则</Note>
  const facts = {
    centreId,
    itemId: item.itemId,
    units,
    happenedAt,
    ...(note.trim() && { note: note.trim() }),
  }
  const doors = households.map(({ building, room }) => `${building} ${room}`)
  const log = async () => {
    const [only, ...others] = households
    if (!only) return
    const whom = others.length > 0 ? `${households.length} 户` : doors[0]
    const words = `${whom} ${item.title} ${units}${item.unit}`
    const photo = evidence && item.evidence === 'photo' ? { as: 'evidence', kept: evidence } : undefined
    const passbookIds = households.map(({ passbookId }) => passbookId)
    const sent =
      others.length > 0
        ? await many.send({ ...facts, passbookIds }, words, photo)
        : await one.send({ ...facts, passbookId: only.passbookId }, words, photo)
    if (!sent) return
    if (sent.state === 'done') say(`记好了,${words}`)
    else say(sent.state === 'refused' ? `没记上:${sent.why}` : '先存在手机里,有信号会自动发')
    onDone()
  }
  const sum = item.points * units
  return (
    <Card title="记什么">
      {households.map(({ passbookId, building, room, members }) => (
        <Row key={passbookId} title={`${building} ${room}`} note={members.join('、')} />
      ))}
      <SelectField
        label="项目"
        choices={items.map((value) => ({ value, word: value.title }))}
        value={item}
        onChange={setItem}
      />
      <Note>{earningText(item)}</Note>
      <NumberField label={`多少${item.unit}`} value={units} onChange={setUnits} min={1} max={mostUnits} />
      <MomentField label="什么时候做的" value={happenedAt} onChange={setHappenedAt} />
      <TextField label="备注(可以不填)" value={note} onChange={setNote} max={60} />
      {item.evidence === 'photo' && <EvidenceField value={evidence} onChange={setEvidence} />}
      {units > item.secondPersonAbove && (
        <Note>
          超过 {item.secondPersonAbove} {item.unit},要另一位同事复核后才到账
        </Note>
      )}
      <MainButton
        text={
          households.length > 1 ? `给 ${households.length} 户各记 ${sum} 分` : `给 ${doors[0]} 记 ${sum} 分`
        }
        busy={one.busy || many.busy}
        disabled={item.evidence === 'photo' && !evidence}
        onTap={() => void log()}
      />
    </Card>
  )
}
