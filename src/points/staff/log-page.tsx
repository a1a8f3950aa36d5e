import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { WaitingWrites } from '../../ui/waiting-writes'
import { FindHousehold, type FoundHousehold } from './find-household'
import { LogForm } from './log-form'

/** 记积分: find the household, choose the item; without reception it waits on the phone. */
function LogPage({ centreId }: AtWork) {
  const items = useRead(points.earningItems, { centreId })
  const [households, setHouseholds] = useState<readonly FoundHousehold[]>([])
  const add = (found: FoundHousehold) =>
    setHouseholds((known) => [...known.filter(({ passbookId }) => passbookId !== found.passbookId), found])
  return (
    <Page title="记积分" sentence="扫积分码或报楼栋房号,可以连着加几户" reading={items}>
      <WaitingWrites />
      <FindHousehold centreId={centreId} onFound={add} />
      {households.length > 0 && (
        <Loaded reading={items}>
          {({ rows }) => (
            <LogForm
              centreId={centreId}
              items={rows.filter(({ stopped }) => !stopped)}
              households={households}
              onDone={() => setHouseholds([])}
            />
          )}
        </Loaded>
      )}
    </Page>
  )
}

export default atWork(LogPage)
