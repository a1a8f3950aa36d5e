import Taro from '@tarojs/taro'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { say } from '../../ui/say'
import { matterDigest } from '../matter-digest.rule'
import type { OfMatter } from './of-matter'

/** 发到群里: what became of it, once there is an answer that others may read. */
export function MatterForGroup({ matter }: Pick<OfMatter, 'matter'>) {
  if (matter.answer === '' || matter.hiddenBecause !== '') return null
  const copy = async () => {
    await Taro.setClipboardData({ data: matterDigest(matter) })
    say('文字已复制,可以贴到群里')
  }
  return (
    <Card title="发到群里">
      <Note>不带任何人的姓名</Note>
      <Button text="复制发群的文字" onTap={() => void copy()} />
    </Card>
  )
}
