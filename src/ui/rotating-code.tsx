import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ReadAction } from '../cloud/room'
import { useRead } from '../cloud/use-read'
import { Button } from './button'
import { Card, Note } from './card'
import './rotating-code.scss'

const soonest = 1000

interface RotatingCodeProps<Input> {
  title: string
  /** Who may see it, and how often it changes. */
  note: string
  action: ReadAction<Input, { readonly code: string; readonly validUntil: number }>
  input: Input
}

/** 签到码: six digits to show at a place, new whenever they lapse, asked for only while somebody looks at them. */
export function RotatingCode<Input>({ title, note, action, input }: RotatingCodeProps<Input>) {
  const [shown, setShown] = useState(false)
  const [seen, setSeen] = useState(true)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  const { data, refusal, refresh } = useRead(action, shown ? input : undefined)
  useEffect(() => {
    if (!data || !shown || !seen) return
    const timer = setTimeout(() => void refresh(), Math.max(soonest, data.validUntil - Date.now()))
    return () => clearTimeout(timer)
  }, [data, shown, seen, refresh])
  return (
    <Card title={title}>
      {shown && data && (
        <View className="rotating-code" aria-label={`签到码 ${[...data.code].join(' ')}`}>
          <Text>{`${data.code.slice(0, 3)} ${data.code.slice(3)}`}</Text>
        </View>
      )}
      <Note>{refusal?.message ?? note}</Note>
      <Button text={shown ? '收起' : '出示签到码'} onTap={() => setShown(!shown)} />
    </Card>
  )
}
