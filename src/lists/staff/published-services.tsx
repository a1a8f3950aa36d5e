import Taro from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Row } from '../../ui/row'
import { seatsText, spanText } from './words'

/** The services of the latest edition, each leading to its list of names; volunteers see these too. */
export function PublishedServices({ centreId }: { centreId: string }) {
  const edition = useRead(lists.edition, { centreId })
  const open = (projectId: string) =>
    void Taro.navigateTo({
      url: `/lists/staff/enrolments-page?centreId=${centreId}&projectId=${projectId}`,
    })
  if (edition.refusal?.code === 'COMMON.NOT_FOUND')
    return <EmptyState why="还没有发布过服务清单,发布以后这里能看到报名" />
  return (
    <Loaded reading={edition} rows={5}>
      {({ rows }) => (
        <Card>
          {rows.map((row) => (
            <Row
              key={row.id}
              title={row.title}
              note={spanText(row.startsAt, row.endsAt)}
              aside={seatsText(row)}
              onTap={() => open(row.id)}
            />
          ))}
        </Card>
      )}
    </Loaded>
  )
}
