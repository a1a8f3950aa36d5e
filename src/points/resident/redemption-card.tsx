import { Text, View } from '@tarojs/components'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { whenText } from '../../lists/words'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { QrCode } from '../../ui/qr-code'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { SharePicture } from '../../ui/share-picture'
import { StatusTag } from '../../ui/status-tag'
import type { Redemption } from '../shown'
import { redemptionWords } from '../words'
import { certificatePicture } from './certificate-picture'
import './redemption-card.scss'

interface RedemptionCardProps {
  centreId: string
  centreName: string
  redemption: Redemption
}

/** One redemption: while it waits, its pick-up code large enough to be read across the counter. */
export function RedemptionCard({ centreId, centreName, redemption }: RedemptionCardProps) {
  const { send, busy, refusal } = useWrite(points.cancelRedemption)
  const { redemptionId, title, quantity, state, pickupCode, pickupBy, slotStartsAt, by, at, kind } =
    redemption
  const { tone, word } = redemptionWords[state]
  const held = state === 'held'
  const cancel = async () => {
    if (!(await ask('取消兑换', `${redemption.points} 分会退回您家存折。`, '取消兑换'))) return
    const done = await send({ centreId, redemptionId })
    if (done) say(`已取消,${done.points} 分退回存折`)
  }
  return (
    <Card title={`${title} × ${quantity}`} aside={<StatusTag tone={tone} word={word} />}>
      <Note>
        {redemption.points} 分 · {by} · {whenText(at)} 兑换
      </Note>
      {slotStartsAt > 0 && <Note>预约 {whenText(slotStartsAt)}</Note>}
      {held && (
        <View>
          <QrCode content={pickupCode} label="取货码" />
          <View className="redemption__code" aria-label={`取货码 ${[...pickupCode].join(' ')}`}>
            <Text>{`${pickupCode.slice(0, 3)} ${pickupCode.slice(3)}`}</Text>
          </View>
          <Note>请在 {whenText(pickupBy)} 前来取,过期积分自动退回</Note>
        </View>
      )}
      <Side>
        {held && <Button text="不要了,退回积分" kind="quiet" busy={busy} onTap={() => void cancel()} />}
        {kind === 'honour' && state === 'done' && (
          <SharePicture text="荣誉证书" draw={() => certificatePicture(redemption, centreName)} />
        )}
      </Side>
      <RefusalNotice refusal={refusal} />
    </Card>
  )
}
