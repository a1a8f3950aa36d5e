import { Popup } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './sheet.scss'

interface SheetProps {
  title: string
  open: boolean
  onClose: () => void
}

/** Something short that belongs to what is below it: a reason to choose, a name to type. */
export function Sheet({ title, open, onClose, children }: PropsWithChildren<SheetProps>) {
  return (
    <Popup visible={open} position="bottom" round closeable title={title} onClose={onClose}>
      <View className="sheet" aria-role="dialog" aria-modal aria-label={title}>
        {children}
      </View>
    </Popup>
  )
}
