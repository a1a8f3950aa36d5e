import Taro from '@tarojs/taro'
import { useState } from 'react'
import { asRefusal, type Refusal } from '../../cloud/refusal'
import { points } from '../../cloud/rooms'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { TextField } from '../../ui/text-field'
import type { CounterRow } from './counter-card'

const digits = 6

/** A redemption by its pick-up code, scanned or typed. */
export function FindRedemption({
  centreId,
  onFound,
}: {
  centreId: string
  onFound: (row: CounterRow) => void
}) {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const find = async (asked: string) => {
    setBusy(true)
    setRefusal(undefined)
    try {
      onFound(await points.findRedemption({ centreId, code: asked }))
      setCode('')
    } catch (thrown) {
      setRefusal(asRefusal(thrown))
    } finally {
      setBusy(false)
    }
  }
  const scan = async () => {
    const scanned = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => undefined) // closed without a code
    if (scanned) await find(scanned.result)
  }
  return (
    <Card>
      {process.env.TARO_ENV === 'weapp' && (
        <Button text="扫取货码" kind="main" busy={busy} onTap={() => void scan()} />
      )}
      <TextField label="6 位取货码" value={code} onChange={setCode} max={digits} keyboard="number" />
      <RefusalNotice refusal={refusal} />
      <Button text="找这一单" busy={busy} disabled={code.length !== digits} onTap={() => void find(code)} />
    </Card>
  )
}
