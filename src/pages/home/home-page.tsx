import type { communityContract } from '../../../types/community.contract'
import { room } from '../../cloud/room'
import { useRead } from '../../cloud/use-read'
import { Card, Note } from '../../ui/card'
import { ElderSwitch } from '../../ui/elder-switch'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { StatusTag } from '../../ui/status-tag'

const community = room<typeof communityContract>('community')

export default function HomePage() {
  const me = useRead(community.me, {})
  return (
    <Page title="首页" sentence="您的社区" reading={me} aside={<ElderSwitch />}>
      <Loaded reading={me}>
        {({ centre, membership }) => (
          <Card
            title={centre?.name ?? '还没有加入社区'}
            aside={<StatusTag tone={membership === 'approved' ? 'good' : 'warn'} word={membership} />}
          >
            <Note>{centre?.address}</Note>
          </Card>
        )}
      </Loaded>
    </Page>
  )
}
