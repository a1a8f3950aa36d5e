import { asInstant, momentText } from '../../types/common/time'
import { tierNames } from '../../types/hall.words'
import { Row } from '../ui/row'
import { StatusTag } from '../ui/status-tag'
import { matterStates } from './matter-words'
import type { MatterRow } from './shown'

const noteOf = (matter: MatterRow, now: number): string =>
  [
    matter.tier && tierNames[matter.tier],
    matter.sessions > 0 && `开过 ${matter.sessions} 次会`,
    matter.backing > 0 && `${matter.backing} 人也关心`,
    matter.place,
    `${matter.mine ? '我' : matter.by} ${momentText(asInstant(matter.raisedAt), asInstant(now))}提`,
  ]
    .filter(Boolean)
    .join(' · ')

/** One matter in a list: what, how far, who and how many care. */
export function MatterRowView({ matter, onTap }: { matter: MatterRow; onTap: () => void }) {
  const { tone, word } = matter.late ? { tone: 'late' as const, word: '办晚了' } : matterStates[matter.state]
  return (
    <Row
      title={matter.text}
      note={noteOf(matter, Date.now())}
      aside={<StatusTag tone={tone} word={word} />}
      onTap={onTap}
    />
  )
}
