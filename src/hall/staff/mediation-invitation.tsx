import { hall } from '../../cloud/rooms'
import { Note } from '../../ui/card'
import { QrCode } from '../../ui/qr-code'
import { RotatingCode } from '../../ui/rotating-code'

/** 邀请码: what the other side scans to sit down at the table. */
export function MediationInvitation({ centreId, mediationId }: { centreId: string; mediationId: string }) {
  return (
    <RotatingCode
      title="请另一方参加"
      note="当面给他扫,十分钟换一次。扫了就看得到内容,只给当事人。"
      word="邀请码"
      action={hall.invitationCode}
      input={{ centreId, mediationId }}
    >
      {(code) => (
        <>
          <QrCode content={code} label="调解邀请码" />
          <Note>扫不了的话,在「参加调解」里填:{code}</Note>
        </>
      )}
    </RotatingCode>
  )
}
