import { Button as NativeButton, Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../ui/button'
import { say } from '../ui/say'
import './share-button.scss'

interface ShareButtonProps {
  text: string
  /** Page and query the link leads to. */
  path: string
}

const copyLink = async (path: string): Promise<void> => {
  const { origin, pathname } = window.location
  try {
    await Taro.setClipboardData({ data: `${origin}${pathname}#${path}` })
    say('链接已复制,可以发到群里')
  } catch {
    say('没有复制成功,请复制浏览器地址栏里的链接')
  }
}

/** Sends the page to a chat in WeChat (the page's `useShareAppMessage` says what); in a browser copies the link. */
export function ShareButton({ text, path }: ShareButtonProps) {
  if (process.env.TARO_ENV === 'h5') return <Button text={text} onTap={() => void copyLink(path)} />
  return (
    <NativeButton className="share-button" openType="share" hoverClass="tap--down" aria-label={text}>
      <Text>{text}</Text>
    </NativeButton>
  )
}
