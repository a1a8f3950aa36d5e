import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import type { Reading } from '../cloud/use-read'
import { useElder, useTextScale } from '../theme/look.store'
import { CallCentre } from './call-centre'
import { OfflineBar } from './offline-bar'
import './page.scss'

interface PageProps {
  /** Where I am. */
  title: string
  /** One sentence or number: how things stand. */
  sentence?: ReactNode
  /** What the page mainly shows; tells when it is the last known state. */
  reading?: Reading<unknown>
  /** Stands right of the title, for example the switch of elder mode. */
  aside?: ReactNode
}

/** The root of every page: theme, elder mode, title, status, and a column in the middle of a wide screen. */
export function Page({ title, sentence, reading, aside, children }: PropsWithChildren<PageProps>) {
  const elder = useElder()
  const scale = useTextScale()
  return (
    <View className={`page ${elder ? 'page--elder' : ''}`} style={{ '--fs': scale }}>
      <View className="page__column">
        <View className="page__top">
          <View className="page__head">
            <Text className="page__title" aria-role="heading">
              {title}
            </Text>
            {aside}
          </View>
          {sentence !== undefined && <View className="page__sentence">{sentence}</View>}
        </View>
        {reading && <OfflineBar reading={reading} />}
        {children}
        {elder && <CallCentre />}
      </View>
    </View>
  )
}
