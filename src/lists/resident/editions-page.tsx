import { useRouter } from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { ChooseFirst } from '../../community/choose-first'
import { useCentre } from '../../community/use-centre'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { editionPath } from '../paths'
import { monthText, whenText } from '../words'

/** 往期清单: every edition a community published, newest first. */
export default function EditionsPage() {
  const { me, centreId } = useCentre(useRouter().params.centreId)
  const reading = useReadPages(lists.editions, centreId ? { centreId } : undefined)
  return (
    <Page title="往期清单" sentence="每期发布后不再改动" reading={reading}>
      {!centreId && <ChooseFirst me={me} />}
      {centreId && (
        <Loaded reading={reading}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState why="还没有发布过清单,发布后会出现在这里。" />
            ) : (
              <Card>
                {rows.map((row) => (
                  <Row
                    key={row.id}
                    title={`第${row.no}期 ${monthText(row.month)}服务菜单`}
                    note={`${row.size} 项服务 · ${whenText(row.publishedAt)} 发布`}
                    onTap={() => open(editionPath(centreId, row.id))}
                  />
                ))}
              </Card>
            )
          }
        </Loaded>
      )}
      <MoreRows reading={reading} />
    </Page>
  )
}
