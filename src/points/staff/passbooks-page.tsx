import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Digits } from '../../ui/figure'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { TextField } from '../../ui/text-field'
import { passbookOfPath } from '../staff-paths'

/** 各户存折, all or of one building. */
function PassbooksPage({ centreId }: AtWork) {
  const [typed, setTyped] = useState('')
  const [building, setBuilding] = useState('')
  const passbooks = useReadPages(points.passbooks, { centreId, ...(building && { building }) })
  return (
    <Page title="各户存折" sentence="记过积分的人家" reading={passbooks}>
      <Card>
        <TextField label="楼栋(不填是全部)" max={20} value={typed} onChange={setTyped} />
        <Button text="看这一栋" onTap={() => setBuilding(typed.trim())} />
      </Card>
      <Loaded reading={passbooks} rows={6}>
        {(rows) =>
          rows.length > 0 ? (
            <Card>
              {rows.map(({ passbookId, building: door, room, balance, state }) => (
                <Row
                  key={passbookId}
                  title={`${door} ${room}`}
                  {...(state === 'closed' && { note: '已并入别户' })}
                  aside={<Digits value={balance} />}
                  onTap={() => open(passbookOfPath(centreId, passbookId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why="还没有人家记过积分" />
          )
        }
      </Loaded>
      <MoreRows reading={passbooks} />
    </Page>
  )
}

export default atWork(PassbooksPage)
