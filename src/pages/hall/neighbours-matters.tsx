import type { PagedReading } from '../../cloud/use-read-pages'
import { MatterRowView } from '../../hall/matter-row-view'
import { matterPath } from '../../hall/paths'
import type { MatterRow } from '../../hall/shown'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { open } from '../open'

/** Matters under way, or those that were brought to an end. */
export type Shown = 'open' | 'closed'

const none: Readonly<Record<Shown, string>> = {
  open: '现在没有在办的事。看到什么、想到什么,都可以提。',
  closed: '还没有办结的事。',
}

interface NeighboursMattersProps {
  reading: PagedReading<MatterRow>
  show: Shown
  onShow: (show: Shown) => void
}

/** What the neighbours raised, and what became of it. */
export function NeighboursMatters({ reading, show, onShow }: NeighboursMattersProps) {
  return (
    <Card title="大家提的事">
      <ChooseOne
        label="看哪些"
        value={show}
        choices={[
          { value: 'open', word: '在办的' },
          { value: 'closed', word: '办结的' },
        ]}
        onChange={onShow}
      />
      <Loaded reading={reading}>
        {(rows) => (
          <>
            {rows.length === 0 && <Note>{none[show]}</Note>}
            {rows.map((matter) => (
              <MatterRowView
                key={matter.matterId}
                matter={matter}
                onTap={() => open(matterPath(matter.matterId))}
              />
            ))}
            <MoreRows reading={reading} />
          </>
        )}
      </Loaded>
    </Card>
  )
}
