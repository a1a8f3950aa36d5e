import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { say } from '../../ui/say'
import { editionPath } from './edition-path'
import { ShareEdition } from './share-edition'
import './publish.scss'

/** What to do with an edition that was just published: copy the text, share the card, look at it. */
export function PublishedEdition({ centreId, editionId }: { centreId: string; editionId: string }) {
  const edition = useRead(lists.edition, { centreId, editionId })
  const path = editionPath(centreId, editionId)
  const copy = async (data: string) => {
    await Taro.setClipboardData({ data })
    say('复制好了,到群里长按粘贴')
  }
  return (
    <Loaded reading={edition}>
      {({ digest, shareTitle }) => (
        <View>
          <Card title="群里的文字">
            <Text className="digest" userSelect>
              {digest}
            </Text>
            <Button text="复制这段文字" onTap={() => void copy(digest)} />
          </Card>
          <Card title="群里的卡片">
            <Note>{shareTitle}</Note>
            <ShareEdition title={shareTitle} path={path} />
          </Card>
          <Button text="看看居民看到的样子" onTap={() => void Taro.navigateTo({ url: path })} />
        </View>
      )}
    </Loaded>
  )
}
