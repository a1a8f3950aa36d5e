import { Card } from '../ui/card'
import { openFile } from '../ui/open-file'
import { Photo } from '../ui/photo'
import { Row } from '../ui/row'
import type { ShownSession } from './session-shown'

/** Photos of the place and papers to open. */
export function SessionFiles({ photos, attachments }: Pick<ShownSession, 'photos' | 'attachments'>) {
  if (photos.length + attachments.length === 0) return null
  return (
    <Card title="照片和附件">
      {photos.map((fileId, at) => (
        <Photo key={fileId} fileId={fileId} label={`会场照片第 ${at + 1} 张`} />
      ))}
      {attachments.map(({ fileId, name }) => (
        <Row key={fileId} title={name} onTap={() => void openFile(fileId)} />
      ))}
    </Card>
  )
}
