import { useState } from 'react'
import type { OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { Figure } from '../../ui/figure'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'

type StaffItem = OutputOf<typeof pointsContract, 'shelfOfStaff'>['rows'][number]
export type Sponsor = OutputOf<typeof pointsContract, 'sponsors'>['rows'][number]

const mostPieces = 100_000
const nobody = { value: undefined, word: '没有赞助单位' }

/** 入库 and 盘点 of one thing. */
export function StockCard({
  centreId,
  item,
  sponsors,
}: {
  centreId: string
  item: StaffItem
  sponsors: readonly Sponsor[]
}) {
  const { itemId, left, held, redeemed } = item
  const filling = useWrite(points.stockIn)
  const counting = useWrite(points.stockCount)
  const [quantity, setQuantity] = useState(10)
  const [sponsorId, setSponsorId] = useState<string | undefined>(item.sponsorId || undefined)
  const [counted, setCounted] = useState(left + held)
  const [note, setNote] = useState('')
  const fill = async () => {
    const done = await filling.send({ centreId, itemId, quantity, ...(sponsorId && { sponsorId }) })
    if (done) say(`入库 ${quantity} 件,现在还剩 ${done.left} 件`)
  }
  const count = async () => {
    const done = await counting.send({ centreId, itemId, counted, note })
    if (done) say(`盘点记好了,还能兑 ${done.left} 件`)
  }
  return (
    <Card title="库存">
      <Side>
        <Figure value={left} word="还剩" />
        <Figure value={held} word="已预留" />
        <Figure value={redeemed} word="已兑出" />
      </Side>
      <NumberField label="入库几件" value={quantity} onChange={setQuantity} min={1} max={mostPieces} />
      <SelectField
        label="哪家赞助的"
        choices={[nobody, ...sponsors.map((sponsor) => ({ value: sponsor.sponsorId, word: sponsor.name }))]}
        value={sponsorId}
        onChange={setSponsorId}
      />
      <RefusalNotice refusal={filling.refusal} />
      <Button text={`入库 ${quantity} 件`} busy={filling.busy} onTap={() => void fill()} />
      <NumberField
        label="盘点:架上实际几件(含已预留)"
        value={counted}
        onChange={setCounted}
        min={0}
        max={mostPieces}
      />
      <TextField label="为什么和账上不一样" value={note} onChange={setNote} max={60} />
      <RefusalNotice refusal={counting.refusal} />
      <Button
        text="按盘点数改库存"
        busy={counting.busy}
        disabled={note.trim() === ''}
        onTap={() => void count()}
      />
      <Note>每次入库和盘点都留记录</Note>
    </Card>
  )
}
