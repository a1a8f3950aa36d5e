import { useState } from 'react'
import type { Centred } from '../community/use-centre'
import { open } from '../pages/open'
import { useElder } from '../theme/look.store'
import { Button } from '../ui/button'
import { Card, Columns } from '../ui/card'
import { ChooseOne } from '../ui/choices'
import { EmptyState } from '../ui/empty-state'
import { Row } from '../ui/row'
import { audienceChoices, filterRows, weekdayChoices, wholeEdition } from './edition-filter'
import { editionsPath, sayNeedPath } from './paths'
import { ServiceRow } from './service-row'
import { ShareButton } from './share-button'
import type { Edition } from './shown'
import { useEnrol } from './use-enrol'

interface EditionViewProps {
  centreId: string
  standing: Centred['standing']
  edition: Edition
  /** Path of the page to share. */
  sharePath: string
}

/** 看·点·菜: one edition, narrowed by weekday and audience, each service with its enrolment. */
export function EditionView({ centreId, standing, edition, sharePath }: EditionViewProps) {
  const [filter, setFilter] = useState(wholeEdition)
  const enrolling = useEnrol(centreId, standing)
  const rows = filterRows(edition.rows, filter)
  return (
    <>
      <EditionFilters edition={edition} filter={filter} setFilter={setFilter} />
      {rows.length === 0 && (
        <EmptyState
          why="这样选没有服务"
          action={{ text: '看全部服务', onTap: () => setFilter(wholeEdition) }}
        />
      )}
      <Columns>
        {rows.map((row) => (
          <ServiceRow key={row.id} centreId={centreId} row={row} standing={standing} enrolling={enrolling} />
        ))}
      </Columns>
      <Card>
        <Row title="没有您要的?说一条需求" onTap={() => open(sayNeedPath)} />
        <Row title="往期清单" onTap={() => open(`${editionsPath}?centreId=${centreId}`)} />
      </Card>
      <ShareButton text="把这份清单转给邻居" path={sharePath} />
    </>
  )
}

type Filter = typeof wholeEdition

/** Weekdays and audiences; folded behind one button in elder mode, where chips would push the menu off the screen. */
function EditionFilters(props: { edition: Edition; filter: Filter; setFilter: (filter: Filter) => void }) {
  const { edition, filter, setFilter } = props
  const elder = useElder()
  const [unfolded, setUnfolded] = useState(false)
  const weekdays = weekdayChoices(edition.rows)
  const kinds = audienceChoices(edition.rows)
  if (elder && !unfolded) return <Button text="只看某天、某类服务" onTap={() => setUnfolded(true)} />
  return (
    <>
      {weekdays.length > 2 && (
        <ChooseOne
          label="星期几"
          choices={weekdays}
          value={filter.weekday}
          onChange={(weekday) => setFilter({ ...filter, weekday })}
        />
      )}
      {kinds.length > 2 && (
        <ChooseOne
          label="给谁的服务"
          choices={kinds}
          value={filter.audience}
          onChange={(audience) => setFilter({ ...filter, audience })}
        />
      )}
    </>
  )
}
