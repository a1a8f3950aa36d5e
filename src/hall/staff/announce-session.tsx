import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { SessionOfStaff } from '../session-shown'

/** 发预告: everybody who is asked hears of it. */
export function AnnounceSession({ centreId, session }: { centreId: string; session: SessionOfStaff }) {
  const { send, busy, refusal } = useWrite(hall.announceSession)
  const announce = async () => {
    const done = await send({ centreId, sessionId: session.sessionId, seen: session.changes })
    if (done) say(`预告发了,通知了 ${done.told} 人`)
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <MainButton text="发预告" busy={busy} onTap={() => void announce()} />
    </>
  )
}
