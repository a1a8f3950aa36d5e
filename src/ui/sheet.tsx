import { Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Tap } from './tap'
import './sheet.scss'

interface SheetProps {
  title: string
  open: boolean
  onClose: () => void
}

/**
 * Something short that belongs to what is below it: a reason to choose, a name to type. Has its own way to close,
 * because the widget's is an `<i>`, which WeChat does not draw.
 */
export function Sheet({ title, open, onClose, children }: PropsWithChildren<SheetProps>) {
  return (
    <Popup visible={open} position="bottom" round onClose={onClose}>
      <View className="sheet" aria-role="dialog" aria-modal aria-label={title}>
        <View className="sheet__head">
          <Text className="sheet__title" aria-role="heading">
            {title}
          </Text>
          <Tap label="关上" className="sheet__close" onTap={onClose}>
            <Text>×</Text>
          </Tap>
        </View>
        {children}
      </View>
    </Popup>
  )
}
