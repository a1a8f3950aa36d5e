import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { MatterRowView } from '../matter-row-view'
import type { MatterRow } from '../shown'
import { enterMatterPath, matterDeskPath } from '../staff-paths'

const states: readonly {
  readonly value: MatterRow['state']
  readonly word: string
  readonly none: string
}[] = [
  { value: 'raised', word: '要分办的', none: '没有等着分办的' },
  { value: 'underWay', word: '在办的', none: '没有在办的' },
  { value: 'answered', word: '等确认的', none: '没有等居民确认的' },
  { value: 'closed', word: '办结的', none: '还没有办结的' },
  { value: 'refused', word: '没受理的', none: '没有不受理的' },
]

/** 议题: everything that was raised, by how far it is; new ones first of all. */
function MattersDeskPage({ centreId }: AtWork) {
  const [state, setState] = useState<MatterRow['state']>('raised')
  const reading = useReadPages(hall.mattersOfStaff, { centreId, state })
  const count = reading.data?.length ?? 0
  const shown = states.find(({ value }) => value === state)
  const sentence =
    count === 0 ? (shown?.none ?? '') : `${count} 件${reading.more ? '以上' : ''}${shown?.word ?? ''}`
  return (
    <Page title="议题" sentence={reading.data && sentence} reading={reading}>
      <ChooseOne label="哪些议题" value={state} onChange={setState} choices={states} />
      <Loaded reading={reading}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState why={shown?.none ?? ''} />
          ) : (
            <Card>
              {rows.map((matter) => (
                <MatterRowView
                  key={matter.matterId}
                  matter={matter}
                  onTap={() => open(matterDeskPath(centreId, matter.matterId))}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      <MoreRows reading={reading} />
      <MainButton text="替居民记一件" onTap={() => open(enterMatterPath(centreId))} />
    </Page>
  )
}

export default atWork(MattersDeskPage)
