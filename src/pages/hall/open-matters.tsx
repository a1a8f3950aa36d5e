import type { PagedReading } from '../../cloud/use-read-pages'
import { MatterRowView } from '../../hall/matter-row-view'
import { matterPath } from '../../hall/paths'
import type { MatterRow } from '../../hall/shown'
import { Card, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { open } from '../open'

/** What the neighbours raised and is not closed yet. */
export function OpenMatters({ reading }: { reading: PagedReading<MatterRow> }) {
  return (
    <Card title="大家提的事">
      <Loaded reading={reading}>
        {(rows) => (
          <>
            {rows.length === 0 && <Note>现在没有在办的事。看到什么、想到什么,都可以提。</Note>}
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
