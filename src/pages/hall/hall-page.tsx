import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { raisePath } from '../../hall/paths'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import { open } from '../open'
import { HallEntries } from './hall-entries'
import { NeighboursMatters, type Shown } from './neighbours-matters'

/** 议事厅: 说事有渠道、议事有去处、主事有平台. */
export default function HallPage() {
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const [show, setShow] = useState<Shown>('open')
  const reading = useReadPages(hall.matters, joined ? { centreId, show } : undefined)
  return (
    <Page title="议事厅" sentence="有事就提,办没办成看得见" reading={reading}>
      {!joined && <NotJoined me={me} what="就能提事、议事、表决" />}
      {joined && (
        <>
          <Button kind="main" text="提一件事" onTap={() => open(raisePath)} />
          <HallEntries />
          <NeighboursMatters reading={reading} show={show} onShow={setShow} />
        </>
      )}
    </Page>
  )
}
