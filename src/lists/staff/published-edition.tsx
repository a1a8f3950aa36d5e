import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '../../../types/common/contract'
import type { listsContract } from '../../../types/lists.contract'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { say } from '../../ui/say'
import { ShareEdition } from './share-edition'
import './publish.scss'

interface PublishedEditionProps {
  edition: Pick<OutputOf<typeof listsContract, 'edition'>, 'digest' | 'shareTitle'>
  /** The page the card opens. */
  path: string
}

/** What to do with an edition that was just published: copy the text, share the card, look at it. */
export function PublishedEdition({ edition, path }: PublishedEditionProps) {
  const { digest, shareTitle } = edition
  const copy = async () => {
    await Taro.setClipboardData({ data: digest })
    say('复制好了,到群里长按粘贴')
  }
  return (
    <View>
      <Card title="群里的文字">
        <Text className="digest" userSelect>
          {digest}
        </Text>
        <Button text="复制这段文字" onTap={() => void copy()} />
      </Card>
      <Card title="群里的卡片">
        <Note>{shareTitle}</Note>
        <ShareEdition title={shareTitle} path={path} />
      </Card>
      <Button text="看看居民看到的样子" onTap={() => void Taro.navigateTo({ url: path })} />
    </View>
  )
}
