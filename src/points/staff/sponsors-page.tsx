import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import { sponsorPath } from '../staff-paths'

/** 赞助单位: who filled the shelf. */
function SponsorsPage({ centreId }: AtWork) {
  const sponsors = useReadPages(points.sponsors, { centreId })
  const { send, busy, refusal } = useWrite(points.saveSponsor)
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const add = async () => {
    if (!(await send({ centreId, name, ...(contact.trim() && { contact }) }))) return
    setName('')
    setContact('')
    say('登记好了,入库时可以选它')
  }
  return (
    <Page title="赞助单位" sentence="给了什么、用到了哪里,都有账" reading={sponsors}>
      <Loaded reading={sponsors}>
        {(rows) =>
          rows.length > 0 ? (
            <Card>
              {rows.map((row) => (
                <Row
                  key={row.sponsorId}
                  title={row.name}
                  note={row.contact}
                  onTap={() => open(sponsorPath(centreId, row.sponsorId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why="还没有登记赞助单位" />
          )
        }
      </Loaded>
      <MoreRows reading={sponsors} />
      <Card title="登记一家">
        <TextField label="单位名称" value={name} onChange={setName} max={40} error={refusal?.fields.name} />
        <TextField label="联系人和电话(可以不填)" value={contact} onChange={setContact} max={60} />
        <RefusalNotice refusal={refusal} />
        <Button text="登记这家单位" busy={busy} disabled={name.trim() === ''} onTap={() => void add()} />
      </Card>
    </Page>
  )
}

export default atWork(SponsorsPage)
