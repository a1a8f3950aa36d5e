import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import { matterStates } from '../matter-words'
import { matterPath } from '../paths'
import type { MatterRow } from '../shown'

interface SimilarProps {
  centreId: string
  rows: readonly MatterRow[]
  /** One of them is what the resident meant. */
  onBacked: (matterId: string) => void
}

/** What others raised that may be the same: say 「我也是」 instead of raising it twice. */
export function SimilarMatters({ centreId, rows, onBacked }: SimilarProps) {
  const { send, busy, refusal } = useWrite(hall.backMatter)
  const back = async ({ matterId }: MatterRow) => {
    if (!(await send({ centreId, matterId }))) return
    say('记上了,有进展会告诉您')
    onBacked(matterId)
  }
  return (
    <Card title="有人提过差不多的">
      <Note>是同一件,点「我也是」,办得更快。</Note>
      {rows.map((row) => (
        <Card key={row.matterId}>
          <Row
            title={row.text}
            note={[row.place, `${row.backing + 1} 人关心`].filter((word) => word !== '').join(' · ')}
            aside={<StatusTag {...matterStates[row.state]} />}
          />
          <Side>
            {!row.mine && !row.backed && (
              <Button text="我也是" label={`我也是,${row.text}`} busy={busy} onTap={() => void back(row)} />
            )}
            <Button
              text="看一看"
              label={`看一看,${row.text}`}
              kind="quiet"
              onTap={() => open(matterPath(row.matterId))}
            />
          </Side>
        </Card>
      ))}
      <RefusalNotice refusal={refusal} />
    </Card>
  )
}
