import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { QrCode } from '../../ui/qr-code'

const soonest = 1000

/** 邀请码: what the other side scans to sit down at the table; asked for only while it is shown. */
export function MediationInvitation({ centreId, mediationId }: { centreId: string; mediationId: string }) {
  const [shown, setShown] = useState(false)
  const [seen, setSeen] = useState(true)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  const { data, refusal, refresh } = useRead(
    hall.invitationCode,
    shown ? { centreId, mediationId } : undefined,
  )
  useEffect(() => {
    if (!data || !shown || !seen) return
    const timer = setTimeout(() => void refresh(), Math.max(soonest, data.validUntil - Date.now()))
    return () => clearTimeout(timer)
  }, [data, shown, seen, refresh])
  return (
    <Card title="请另一方参加">
      {shown && data && (
        <>
          <QrCode content={data.code} label="调解邀请码" />
          <Note>扫不了的话,在「参加调解」里填:{data.code}</Note>
        </>
      )}
      <Note>{refusal?.message ?? '当面给他扫,十分钟换一次。扫了就看得到内容,只给当事人。'}</Note>
      <Button text={shown ? '收起' : '出示邀请码'} onTap={() => setShown(!shown)} />
    </Card>
  )
}
