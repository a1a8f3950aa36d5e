import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import type { OfMatter } from './of-matter'

/** What the colleagues who were asked think; only the staff read it. */
export function ConsultedCard({ matter }: Pick<OfMatter, 'matter'>) {
  const { consulted } = matter
  if (consulted.length === 0) return null
  return (
    <Card title="同事的意见">
      {consulted.map(({ who, name, opinion }) => (
        <Row
          key={who}
          title={name}
          note={opinion === '' ? '还没写' : opinion}
          aside={
            opinion === '' ? <StatusTag tone="warn" word="等着" /> : <StatusTag tone="good" word="写了" />
          }
        />
      ))}
    </Card>
  )
}
