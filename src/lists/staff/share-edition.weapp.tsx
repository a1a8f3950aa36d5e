import { Button } from '@tarojs/components'
import type { ShareEditionProps } from './share-edition.port'
import './share-edition.scss'

/** Opens WeChat's list of chats; the page's share message is the card. */
export function ShareEdition({ title }: ShareEditionProps) {
  return (
    <Button className="share-button" openType="share" aria-label={`把「${title}」发到群里`}>
      发到微信群
    </Button>
  )
}
