import Taro from '@tarojs/taro'
import { Button } from '../../ui/button'
import { say } from '../../ui/say'
import type { ShareEditionProps } from './share-edition.port'

/** A browser has no chats to choose from: the link is copied. */
export function ShareEdition({ title, path }: ShareEditionProps) {
  const copy = async () => {
    const link = `${window.location.origin}${window.location.pathname}#${path}`
    await Taro.setClipboardData({ data: `${title}\n${link}` })
    say('链接复制好了,粘贴到群里就行')
  }
  return <Button text="复制链接发到群里" onTap={() => void copy()} />
}
