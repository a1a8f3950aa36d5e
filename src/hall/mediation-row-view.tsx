import { asInstant, momentText } from '../../types/common/time'
import { Row } from '../ui/row'
import { StatusTag } from '../ui/status-tag'
import { mediationStates } from './mediation-words'
import type { MediationRow } from './shown'

/** One mediation in a list: when and how far; what about is read inside. */
export function MediationRowView({ mediation, onTap }: { mediation: MediationRow; onTap: () => void }) {
  const { state, askedAt, mediator, waitsForMe } = mediation
  const { tone, word } = waitsForMe ? { tone: 'own' as const, word: '等您确认' } : mediationStates[state]
  return (
    <Row
      title={`${momentText(asInstant(askedAt), asInstant(Date.now()))}申请的调解`}
      note={mediator === '' ? '还没有调解员' : `调解员 ${mediator}`}
      aside={<StatusTag tone={tone} word={word} />}
      onTap={onTap}
    />
  )
}
