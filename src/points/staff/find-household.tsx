import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import { asRefusal, type Refusal } from '../../cloud/refusal'
import { points } from '../../cloud/rooms'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { TextField } from '../../ui/text-field'

export type FoundHousehold = OutputOf<typeof pointsContract, 'findPassbook'>

/** A household by its rotating code or by its door. */
export function FindHousehold({
  centreId,
  onFound,
}: {
  centreId: string
  onFound: (found: FoundHousehold) => void
}) {
  const [building, setBuilding] = useState('')
  const [room, setRoom] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const find = async (asked: Promise<FoundHousehold>) => {
    setBusy(true)
    setRefusal(undefined)
    try {
      onFound(await asked)
      setRoom('')
    } catch (thrown) {
      setRefusal(asRefusal(thrown))
    } finally {
      setBusy(false)
    }
  }
  const scan = async () => {
    const scanned = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => undefined) // closed without a code
    if (scanned) await find(points.readCode({ centreId, code: scanned.result }))
  }
  return (
    <Card title="给哪一户">
      {process.env.TARO_ENV === 'weapp' && (
        <Button text="扫积分码" kind="main" busy={busy} onTap={() => void scan()} />
      )}
      <TextField label="楼栋" max={20} value={building} placeholder="例如:5栋" onChange={setBuilding} />
      <TextField label="房号" max={20} value={room} placeholder="例如:301" onChange={setRoom} />
      <RefusalNotice refusal={refusal} />
      <Button
        text="加上这一户"
        busy={busy}
        disabled={building.trim() === '' || room.trim() === ''}
        onTap={() => void find(points.findPassbook({ centreId, building, room }))}
      />
    </Card>
  )
}
