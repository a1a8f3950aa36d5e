import { useState } from 'react'
import { partyRoleNames } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import type { SessionOfStaff } from '../session-shown'
import { AddParty } from './add-party'

type PartyRow = SessionOfStaff['parties'][number]

const rsvpWords = { none: '', yes: '说来', no: '说不来' } as const
const nameOf = ({ role, title, name }: PartyRow): string =>
  [partyRoleNames[role], title, name].filter((word) => word !== '').join(' ')

/** 名单: who is asked, what they said, and a tick for everybody who is there. */
export function SessionList({ centreId, session }: { centreId: string; session: SessionOfStaff }) {
  const { send, busy, refusal } = useWrite(hall.markPresent)
  const [show, setShow] = useState<'all' | 'there'>('all')
  const { sessionId, parties, state, present, coming } = session
  const isOpen = state === 'announced'
  const shown = show === 'there' ? parties.filter((party) => party.present) : parties
  return (
    <Card title={`名单,到会 ${present} 人`} aside={<Note>{coming} 人说来</Note>}>
      {parties.length > 0 && (
        <ChooseOne
          label="名单看哪些"
          value={show}
          onChange={setShow}
          choices={[
            { value: 'all', word: `全部 ${parties.length}` },
            { value: 'there', word: `到会 ${present}` },
          ]}
        />
      )}
      {shown.map((party) => (
        <Row
          key={party.key}
          title={nameOf(party)}
          note={rsvpWords[party.rsvp]}
          aside={
            isOpen ? (
              <Button
                text={party.present ? '到了 ✓' : '到了'}
                label={`${party.present ? '取消到会' : '到了'},${nameOf(party)}`}
                kind={party.present ? 'quiet' : 'plain'}
                busy={busy}
                onTap={() => void send({ centreId, sessionId, key: party.key, present: !party.present })}
              />
            ) : (
              party.present && <StatusTag tone="good" word="到会" />
            )
          }
        />
      ))}
      <RefusalNotice refusal={refusal} />
      {isOpen && (
        <Side>
          <AddParty centreId={centreId} sessionId={sessionId} />
        </Side>
      )}
    </Card>
  )
}
