import Taro from '@tarojs/taro'
import { ShareButton } from '../lists/share-button'
import { Button } from '../ui/button'
import { Card, Note, Side } from '../ui/card'
import { say } from '../ui/say'
import { SharePicture } from '../ui/share-picture'
import { sessionPath } from './paths'
import { sessionDigest } from './session-digest.rule'
import { sessionPicture } from './session-picture'
import type { ShownSession } from './session-shown'

/** 发到群里: a session as text, as a picture, and as a card that leads to it. */
export function SessionShare({ centreName, session }: { centreName: string; session: ShownSession }) {
  const copy = async () => {
    await Taro.setClipboardData({ data: sessionDigest(centreName, session) })
    say('文字已复制,可以贴到群里')
  }
  return (
    <Card title="发到群里">
      <Note>不带任何人的姓名</Note>
      <Side>
        <Button text="复制发群的文字" onTap={() => void copy()} />
        <SharePicture text="存成图片" draw={() => sessionPicture(centreName, session)} />
        <ShareButton text="转给邻居" path={sessionPath(session.sessionId)} />
      </Side>
    </Card>
  )
}
