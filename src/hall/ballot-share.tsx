import Taro from '@tarojs/taro'
import { ShareButton } from '../lists/share-button'
import { Button } from '../ui/button'
import { Card, Note } from '../ui/card'
import { say } from '../ui/say'
import { ballotDigest } from './ballot-digest.rule'
import type { Ballot } from './ballot-words'
import { ballotPath } from './paths'

/** 发到群里: how it stands or what came of it, as text and as a card that leads to it. */
export function BallotShare({ centreName, ballot }: { centreName: string; ballot: Ballot }) {
  const copy = async () => {
    await Taro.setClipboardData({ data: ballotDigest(centreName, ballot) })
    say('文字已复制,可以贴到群里')
  }
  return (
    <Card title="发到群里">
      <Note>只有总数,没有谁投了什么</Note>
      <Button text="复制发群的文字" onTap={() => void copy()} />
      <ShareButton text="转给邻居" path={ballotPath(ballot.ballotId)} />
    </Card>
  )
}
