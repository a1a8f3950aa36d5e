import Taro, { useRouter } from '@tarojs/taro'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Digits } from '../../ui/figure'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { say } from '../../ui/say'
import { Table } from '../../ui/table'

/** What one sponsor gave and what became of it, with words of thanks for the group. */
function SponsorPage({ centreId }: AtWork) {
  const { sponsorId = '' } = useRouter().params
  const story = useRead(points.sponsorStory, { centreId, sponsorId })
  const copy = async (thanks: string) => {
    await Taro.setClipboardData({ data: thanks })
    say('文字已复制,可以贴到群里')
  }
  return (
    <Page title={story.data?.name ?? '赞助单位'} sentence="给了什么,用到了哪里" reading={story}>
      <Loaded reading={story}>
        {({ rows, thanks }) => (
          <>
            {rows.length > 0 ? (
              <Table
                rows={rows}
                keyOf={({ title }) => title}
                columns={[
                  { title: '物品', cell: ({ title }) => title },
                  { title: '给了', cell: ({ given }) => <Digits value={given} />, digits: true },
                  { title: '已兑出', cell: ({ redeemed }) => <Digits value={redeemed} />, digits: true },
                  { title: '还在架上', cell: ({ left }) => <Digits value={left} />, digits: true },
                ]}
              />
            ) : (
              <EmptyState why="这家单位还没有入库的东西" />
            )}
            <Card title="感谢的话">
              <Note>{thanks}</Note>
              <Button text="复制发群" onTap={() => void copy(thanks)} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(SponsorPage)
