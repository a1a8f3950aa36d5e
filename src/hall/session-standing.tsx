import { partyRoleNames } from '../../types/hall.words'
import { Card, Note } from '../ui/card'
import { askedText } from './session-digest.rule'
import type { ShownSession } from './session-shown'

/** Who is asked or was there, in numbers by role, and why a session is called off. */
export function SessionStanding({ session }: { session: ShownSession }) {
  const { state, cancelledBecause, attended, present, quorum } = session
  if (state === 'cancelled') return <Card title="取消了">{cancelledBecause}</Card>
  const isHeld = state === 'held'
  const parts = attended.map(
    ({ role, present: there, invited }) => `${partyRoleNames[role]} ${isHeld ? there : invited}`,
  )
  return (
    <Card title={isHeld ? `到会 ${present} 人` : askedText(session)}>
      {parts.length > 0 && <Note>{parts.join(' · ')}</Note>}
      <Note>到会满 {quorum} 人才能形成决议</Note>
    </Card>
  )
}
