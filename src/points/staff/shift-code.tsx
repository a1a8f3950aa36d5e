import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import './shift-code.scss'

const soonest = 1000

/** 签到码: six digits to show at the venue, new every half minute, asked for only while it is shown. */
export function ShiftCode({ centreId, shiftId }: { centreId: string; shiftId: string }) {
  const [shown, setShown] = useState(false)
  const [seen, setSeen] = useState(true)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  const { data, refusal, refresh } = useRead(points.shiftCode, shown ? { centreId, shiftId } : undefined)
  useEffect(() => {
    if (!data || !shown || !seen) return
    const timer = setTimeout(() => void refresh(), Math.max(soonest, data.validUntil - Date.now()))
    return () => clearTimeout(timer)
  }, [data, shown, seen, refresh])
  return (
    <Card title="签到签退码">
      {shown && data && (
        <View className="shift-code" aria-label={`签到码 ${[...data.code].join(' ')}`}>
          <Text>{`${data.code.slice(0, 3)} ${data.code.slice(3)}`}</Text>
        </View>
      )}
      <Note>{refusal?.message ?? '给到场的人看,半分钟换一次'}</Note>
      <Button text={shown ? '收起' : '出示签到码'} onTap={() => setShown(!shown)} />
    </Card>
  )
}
