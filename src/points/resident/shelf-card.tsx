import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { Photo } from '../../ui/photo'
import { StatusTag } from '../../ui/status-tag'
import type { ShelfItem } from '../shown'
import { kindWords, limitText } from '../words'
import { RedeemSheet } from './redeem-sheet'
import './shelf-card.scss'

interface ShelfCardProps {
  centreId: string
  item: ShelfItem
  /** What the household has; undefined for those without a passbook. */
  balance: number | undefined
  member: boolean
}

/** One thing on the shelf: price, what is left, and redeeming it. */
export function ShelfCard({ centreId, item, balance, member }: ShelfCardProps) {
  const [open, setOpen] = useState(false)
  const { title, description, price, left, kind, sponsor, picture } = item
  const lacking = balance === undefined ? 0 : Math.max(0, price - balance)
  const notes = [kindWords[kind], limitText(item), sponsor && `${sponsor} 赞助`].filter(Boolean)
  return (
    <Card title={title} aside={<StatusTag tone="own" word={`${price} 分`} />}>
      {picture && <Photo className="shelf-card__picture" mode="aspectFill" fileId={picture} label={title} />}
      {description && <Note>{description}</Note>}
      <Note>{notes.join(' · ')}</Note>
      <Side>
        <StatusTag tone={left > 0 ? 'good' : 'late'} word={left > 0 ? `还剩 ${left} 件` : '兑完了'} />
        {member && left > 0 && lacking === 0 && (
          <Button text="兑换" label={`兑换,${title}`} kind="main" onTap={() => setOpen(true)} />
        )}
        {member && left > 0 && lacking > 0 && <Note>还差 {lacking} 分</Note>}
      </Side>
      {open && (
        <RedeemSheet centreId={centreId} item={item} balance={balance ?? 0} onClose={() => setOpen(false)} />
      )}
    </Card>
  )
}
