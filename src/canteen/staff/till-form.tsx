import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import { fenOf } from '../menu-draft'
import type { MealAccount } from '../shown'
import { money } from '../words'

interface TillFormProps {
  centreId: string
  account: MealAccount
  /** Money that comes in, or goes back to the diner. */
  way: 'in' | 'out'
}

/** Most that is booked at once, in fen. */
const most = 10_000_00

const ways = {
  in: { title: '收钱', verb: '收', sum: '收多少元', words: '备注(可以不填)', example: '比如:女儿交来' },
  out: { title: '退余额', verb: '退', sum: '退多少元', words: '为什么退', example: '比如:搬走了' },
} as const

/** Money through the till: says beforehand what the balance will be, and asks once more, because it is money. */
export function TillForm({ centreId, account, way }: TillFormProps) {
  const [yuan, setYuan] = useState('')
  const [note, setNote] = useState('')
  const moving = useWrite(way === 'in' ? canteen.topUp : canteen.payOut)
  const { title, verb, sum, words, example } = ways[way]
  const fen = fenOf(yuan) ?? 0
  const after = account.balance + (way === 'in' ? fen : -fen)
  const isReady = fen > 0 && fen <= most && (way === 'in' || (note.trim() !== '' && after >= 0))
  const book = async () => {
    if (!(await ask(title, `${account.name},${verb} ${money(fen)},记完余额 ${money(after)}。`, `${verb}钱`)))
      return
    const done = await moving.send({ centreId, dinerId: account.dinerId, fen, note: note.trim() })
    if (!done) return
    setYuan('')
    setNote('')
    say(`${verb}了 ${money(fen)},余额 ${money(done.balance)}`)
  }
  return (
    <Card title={title}>
      <TextField label={sum} value={yuan} onChange={setYuan} max={8} keyboard="digit" />
      <TextField label={words} placeholder={example} value={note} onChange={setNote} max={40} />
      <Note>{noteOf(way, yuan, fen, after)}</Note>
      <RefusalNotice refusal={moving.refusal} />
      <Button
        text={fen > 0 ? `${verb} ${money(fen)}` : title}
        kind={way === 'in' ? 'main' : 'plain'}
        busy={moving.busy}
        disabled={!isReady}
        onTap={() => void book()}
      />
    </Card>
  )
}

const noteOf = (way: TillFormProps['way'], yuan: string, fen: number, after: number): string => {
  if (yuan.trim() !== '' && fen === 0) return '请填钱数,比如 100 或 15.5'
  if (fen > most) return `一次最多 ${money(most)}`
  if (way === 'out' && after < 0) return '余额没有这么多'
  return `记完余额 ${money(after)}`
}
