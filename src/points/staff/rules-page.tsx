import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { earningItemPath } from '../staff-paths'
import { earningText } from '../words'
import { SettingsForm } from './settings-form'

/** 积分规则: the items and how the supermarket and the periods work. */
function RulesPage({ centreId }: AtWork) {
  const items = useRead(points.earningItems, { centreId })
  const settings = useRead(points.settings, { centreId })
  return (
    <Page title="积分规则" sentence="改动是新版本,以前记的分不变" reading={items}>
      <Loaded reading={items} rows={4}>
        {({ rows }) =>
          rows.length > 0 ? (
            <Card title="积分项目">
              {rows.map((item) => (
                <Row
                  key={item.itemId}
                  title={item.title}
                  note={`${item.stopped ? '已停 · ' : ''}${item.own ? '本社区定的' : '上级定的'} · ${earningText(item)}`}
                  onTap={() => open(earningItemPath(centreId, item.itemId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why="还没有积分项目" />
          )
        }
      </Loaded>
      <Loaded reading={settings}>{(shown) => <SettingsForm centreId={centreId} start={shown} />}</Loaded>
      <MainButton text="定一个积分项目" onTap={() => open(earningItemPath(centreId))} />
    </Page>
  )
}

export default atWork(RulesPage)
