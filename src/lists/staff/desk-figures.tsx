import { View } from '@tarojs/components'
import { community, lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { Figure } from '../../ui/figure'
import './figures.scss'

/** How a community's work stands: needs by state, and who waits for approval. */
export function DeskFigures({ centreId }: { centreId: string }) {
  const board = useRead(lists.matchBoard, { centreId, state: 'matched' })
  const waiting = useReadPages(community.applications, { centreId })
  if (!board.data) return null
  const { open, matched, gap } = board.data.counts
  return (
    <View className="figures">
      <Figure value={open + matched + gap} word="需求" />
      <Figure value={matched} word="已配" />
      <Figure value={gap} word="缺口" />
      <Figure value={waiting.data?.length ?? 0} word={waiting.more ? '待审核,还有更多' : '待审核'} />
    </View>
  )
}
