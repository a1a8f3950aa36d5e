import { Text } from '@tarojs/components'
import { asInstant, momentText } from '../../types/common/time'
import { Card, Note } from '../ui/card'
import { Row } from '../ui/row'
import type { Mediation } from './shown'

const since = (at: number): string => momentText(asInstant(at), asInstant(Date.now()))

/** 调解协议 as it stands, and who has said what to it. */
export function AgreementView({ mediation }: { mediation: Mediation }) {
  const { agreement } = mediation
  if (!agreement) return null
  const { version, text, proposedAt, confirmed, objections, waiting } = agreement
  return (
    <Card title={version === 1 ? '调解协议' : `调解协议(第 ${version} 版)`}>
      <Text userSelect>{text}</Text>
      <Note>{since(proposedAt)}写好</Note>
      {confirmed.map(({ name, at }) => (
        <Row key={`${name} ${at}`} title={`${name} 已确认`} note={since(at)} />
      ))}
      {objections.map(({ name, at, text: why }) => (
        <Row key={`${name} ${at}`} title={`${name} 不同意:${why}`} note={since(at)} />
      ))}
      {objections.length < waiting.length && <Note>还没确认:{waiting.join('、')}</Note>}
    </Card>
  )
}

/** What was said in a mediation, for those at the table: how it began, who is there, each meeting, each follow-up. */
export function MediationView({ mediation }: { mediation: Mediation }) {
  const { text, other, people, sessions, followUps, askedAt } = mediation
  return (
    <>
      {sessions.length > 0 && (
        <Card title={`谈过 ${sessions.length} 次`}>
          {sessions.map(({ key, at, place, notes }) => (
            <Row key={key} title={notes} note={`${since(at)} · ${place}`} />
          ))}
        </Card>
      )}
      {followUps.length > 0 && (
        <Card title="回访">
          {followUps.map(({ at, text: found }) => (
            <Row key={at} title={found} note={since(at)} />
          ))}
        </Card>
      )}
      <Card title="要调解的事">
        <Text userSelect>{text}</Text>
        {other !== '' && <Note>和谁:{other}</Note>}
        <Note>{since(askedAt)}申请</Note>
      </Card>
      <Card title="当事人">
        {people.map(({ key, name, role, me }) => (
          <Row key={key} title={me ? `${name}(您)` : name} note={role === 'asking' ? '申请的' : '另一方'} />
        ))}
      </Card>
    </>
  )
}
