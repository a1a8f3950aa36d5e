import { cloud } from '../../cloud/cloud'
import { community, hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { ShownSession } from '../session-shown'

/** 回执: whether I come; may be changed until the session ends. */
export function SessionAnswer({ centreId, session }: { centreId: string; session: ShownSession }) {
  const { send, busy, refusal } = useWrite(hall.rsvp)
  const noticeTemplate = useRead(community.me, {}).data?.noticeTemplate
  const { sessionId, mine, coming, checkedIn } = session
  if (mine === undefined) return <Note>这场没有请您那栋楼。想参加请打社区电话。</Note>
  if (checkedIn) return null
  const answer = async (isComing: boolean) => {
    if (isComing && noticeTemplate) cloud.askToNotify(noticeTemplate)
    if (!(await send({ centreId, sessionId, coming: isComing }))) return
    say(isComing ? '记下了,前一天晚上会提醒您' : '记下了,散会后可以看会议记录')
  }
  const words = { none: '您来吗', yes: '您说了来', no: '您说了不来' } as const
  return (
    <Card title={words[mine]}>
      <Note>{coming > 0 ? `已有 ${coming} 人说来` : '还没有人回'}</Note>
      <RefusalNotice refusal={refusal} />
      {mine === 'none' && (
        <>
          <Button text="来不了" kind="quiet" busy={busy} onTap={() => void answer(false)} />
          <MainButton text="我来" busy={busy} onTap={() => void answer(true)} />
        </>
      )}
      <Side>
        {mine === 'yes' && (
          <Button text="改成不来" kind="quiet" busy={busy} onTap={() => void answer(false)} />
        )}
        {mine === 'no' && <Button text="改成来" busy={busy} onTap={() => void answer(true)} />}
      </Side>
    </Card>
  )
}
