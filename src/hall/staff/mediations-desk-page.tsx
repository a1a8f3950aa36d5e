import { useState } from 'react'
import { allows } from '../../../types/common/roles'
import { community, hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { MediationRowView } from '../mediation-row-view'
import { mediationDeskPath } from '../staff-paths'
import { MediationFigures } from './mediation-figures'
import { MediationsToTake } from './mediations-to-take'

const views = [
  { value: 'mine', word: '我在调解的' },
  { value: 'toTake', word: '等人接的' },
  { value: 'figures', word: '件数' },
] as const

/** 调解, for those who mediate: what waits, what is theirs. Whoever does not mediate sees counts. */
function MediationsDeskPage({ centreId }: AtWork) {
  const me = useRead(community.me, {})
  const [view, setView] = useState<(typeof views)[number]['value']>('mine')
  const mediates = allows(me.data?.roles ?? [], 'mediation.mediate', centreId)
  return (
    <Page title="调解" sentence="内容只有当事人和接的调解员看得到" reading={me}>
      <Loaded reading={me}>
        {() =>
          mediates ? (
            <>
              <ChooseOne label="看哪些" value={view} onChange={setView} choices={views} />
              {view === 'mine' && <MyCases centreId={centreId} />}
              {view === 'toTake' && <MediationsToTake centreId={centreId} />}
              {view === 'figures' && <MediationFigures centreId={centreId} />}
            </>
          ) : (
            <MediationFigures centreId={centreId} />
          )
        }
      </Loaded>
    </Page>
  )
}

function MyCases({ centreId }: AtWork) {
  const reading = useReadPages(hall.myCases, { centreId })
  return (
    <>
      <Loaded reading={reading}>
        {(rows) =>
          rows.length > 0 ? (
            <Card>
              {rows.map((row) => (
                <MediationRowView
                  key={row.mediationId}
                  mediation={row}
                  onTap={() => open(mediationDeskPath(centreId, row.mediationId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why="您还没有接过调解。在「等人接的」里接一件。" />
          )
        }
      </Loaded>
      <MoreRows reading={reading} />
    </>
  )
}

export default atWork(MediationsDeskPage)
