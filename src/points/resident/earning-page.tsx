import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { ChooseFirst } from '../../community/choose-first'
import { useCentre } from '../../community/use-centre'
import { Card, Note } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { earningText } from '../words'

/** 怎么得积分: every fixed item with its points and limits. */
export default function EarningPage() {
  const { me, centreId } = useCentre()
  const items = useRead(points.earningItems, centreId ? { centreId } : undefined)
  return (
    <Page title="怎么得积分" sentence="做完请社区工作者或志愿者记分" reading={items}>
      {me.data && !centreId && <ChooseFirst me={me} />}
      {centreId && (
        <Loaded reading={items}>
          {({ rows }) => {
            const current = rows.filter(({ stopped }) => !stopped)
            if (current.length === 0) return <EmptyState why="社区还没有定积分项目" />
            return (
              <Card>
                {current.map((item) => (
                  <Row key={item.itemId} title={item.title} note={<Note>{earningText(item)}</Note>} />
                ))}
              </Card>
            )
          }}
        </Loaded>
      )}
    </Page>
  )
}
