import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Side } from '../../ui/card'
import { openSheet } from '../../ui/open-sheet'
import { RefusalNotice } from '../../ui/refusal-notice'
import { SharePicture } from '../../ui/share-picture'
import type { MyPassbook } from '../shown'
import { statementPicture } from './statement-picture'

/** Takes a month away: as a table to keep or print, as a picture to share. */
export function StatementExport({ centreId, statement }: { centreId: string; statement: MyPassbook }) {
  const { send, busy, refusal } = useWrite(points.exportStatement)
  const exported = async () => {
    const sheet = await send({ centreId, month: statement.month })
    if (sheet) await openSheet(sheet.url)
  }
  return (
    <>
      <Side>
        <Button text="导出表格" busy={busy} onTap={() => void exported()} />
        <SharePicture text="存成图片" draw={() => statementPicture(statement)} />
      </Side>
      <RefusalNotice refusal={refusal} />
    </>
  )
}
