import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { startPath } from '../../community/paths'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { open } from '../open'

/** 启用: only where nothing has been set up yet, for the first member of staff. */
export function StartEntry() {
  const { data } = useRead(community.centres, {})
  if (!data || data.centres.length > 0) return null
  return (
    <Card>
      <Row title="启用" note="这里还没有设社区,由第一位工作人员用启用码设立" onTap={() => open(startPath)} />
    </Card>
  )
}
