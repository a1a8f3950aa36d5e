import { useState } from 'react'
import { cloud } from '../../cloud/cloud'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Side } from '../../ui/card'
import { PhotosField } from '../../ui/photos-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import type { SessionOfStaff } from '../session-shown'

const mostFiles = 6
const mostName = 60
const kinds = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx']

/** Photos of the place and papers; what is added is saved at once. */
export function SessionFilesForm({ centreId, session }: { centreId: string; session: SessionOfStaff }) {
  const { send, busy, refusal } = useWrite(hall.saveSessionFiles)
  const [uploading, setUploading] = useState(false)
  const { sessionId, photos, attachments } = session
  const save = async (files: Partial<Pick<SessionOfStaff, 'photos' | 'attachments'>>) => {
    if (await send({ centreId, sessionId, photos, attachments, ...files })) say('放好了')
  }
  const attach = async () => {
    const file = await cloud.pickFile(kinds)
    if (!file) return
    setUploading(true)
    try {
      const added = { fileId: await cloud.uploadFile(file), name: file.name.slice(-mostName) }
      await save({ attachments: [...attachments, added] })
    } catch {
      say('没有传上去,请检查网络再试')
    } finally {
      setUploading(false)
    }
  }
  return (
    <Card title="照片和附件">
      <PhotosField label="会场照片" value={photos} onChange={(value) => void save({ photos: value })} />
      {attachments.map(({ fileId, name }) => (
        <Row
          key={fileId}
          title={name}
          aside={
            <Button
              text="去掉"
              label={`去掉附件 ${name}`}
              kind="quiet"
              onTap={() => void save({ attachments: attachments.filter((one) => one.fileId !== fileId) })}
            />
          }
        />
      ))}
      <RefusalNotice refusal={refusal} />
      <Side>
        <Button
          text="加一份附件"
          busy={busy || uploading}
          disabled={attachments.length >= mostFiles}
          onTap={() => void attach()}
        />
      </Side>
    </Card>
  )
}
