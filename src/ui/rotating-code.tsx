import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
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
  /** What the code is called. */
  word?: string
  /** How the code is drawn: as six digits unless said otherwise. */
  children?: (code: string) => ReactNode
}

/** A code to show at a place (签到码), new whenever it lapses, asked for only while somebody looks at it. */
export function RotatingCode<Input>(props: RotatingCodeProps<Input>) {
  const { title, note, action, input, word = '签到码', children: draw } = props
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
      {shown && data && (draw ? draw(data.code) : <SixDigits word={word} code={data.code} />)}
      <Note>{refusal?.message ?? note}</Note>
      <Button text={shown ? '收起' : `出示${word}`} onTap={() => setShown(!shown)} />
    </Card>
  )
}

function SixDigits({ word, code }: { word: string; code: string }) {
  return (
    <View className="rotating-code" aria-label={`${word} ${[...code].join(' ')}`}>
      <Text>{`${code.slice(0, 3)} ${code.slice(3)}`}</Text>
    </View>
  )
}
