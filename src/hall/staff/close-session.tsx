import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import type { SessionOfStaff } from '../session-shown'

/** 散会: what was written goes into the stories of the matters, and everybody may read it. */
export function CloseSession({ centreId, session }: { centreId: string; session: SessionOfStaff }) {
  const { send, busy, refusal } = useWrite(hall.closeSession)
  const { sessionId, changes, agenda, present, quorum } = session
  const left = agenda.filter(({ outcome }) => outcome === '').length
  const isShort = present < quorum && agenda.some(({ outcome }) => outcome === 'resolved')
  const close = async () => {
    const words = '会议记录发给到会的人,结果写进各件议题。散会后不能再改。'
    if (!(await ask('散会', words, '散会'))) return
    const done = await send({ centreId, sessionId, seen: changes })
    if (done) say(`散会了,到会 ${done.present} 人`)
  }
  return (
    <>
      {left > 0 && <Note>还有 {left} 项没写会议记录,写好才能散会。</Note>}
      {isShort && (
        <Note>
          到会 {present} 人,形成决议要 {quorum} 人。人不够请改成「继续商量」。
        </Note>
      )}
      <RefusalNotice refusal={refusal} />
      <MainButton text="散会" busy={busy} disabled={left > 0 || isShort} onTap={() => void close()} />
    </>
  )
}
