import { asInstant, momentText } from '../../../types/common/time'
import { Card, Note, Side } from '../../ui/card'
import { Row } from '../../ui/row'
import { StatusTag, type Tone } from '../../ui/status-tag'
import type { WelfareCheck } from '../shown'
import { AnswerCheck } from './answer-check'
import { CheckContact } from './check-contact'
import { NoteCheck } from './note-check'

type Found = Exclude<WelfareCheck['finding'], ''>

const findings: Readonly<Record<Found, { readonly tone: Tone; readonly word: string }>> = {
  well: { tone: 'good', word: '平安' },
  helped: { tone: 'warn', word: '帮到了' },
  away: { tone: 'calm', word: '外出' },
}

/** One elder who did not answer: since when, who knows, what was tried, and how it ended. */
export function CheckCard({ centreId, check }: { centreId: string; check: WelfareCheck }) {
  const { name, building, room, raisedAt, by, to, notes, finding } = check
  const now = asInstant(Date.now())
  const since = (at: number) => momentText(asInstant(at), now)
  const tag = finding === '' ? ({ tone: 'late', word: '还没回话' } as const) : findings[finding]
  return (
    <Card title={`${building} ${room} ${name}`} aside={<StatusTag {...tag} />}>
      <Note>
        {since(raisedAt)} {by} 送餐,没人应门
      </Note>
      <Note>已通知 {to}</Note>
      {notes.map(({ at, by: who, text }) => (
        <Row key={`${at}${who}${text}`} title={text} note={`${since(at)} ${who}`} />
      ))}
      {finding === '' && (
        <>
          <CheckContact centreId={centreId} check={check} />
          <Side>
            <AnswerCheck centreId={centreId} check={check} />
            <NoteCheck centreId={centreId} check={check} />
          </Side>
        </>
      )}
    </Card>
  )
}
