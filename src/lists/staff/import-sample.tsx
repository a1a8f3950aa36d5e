import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import type { Preview } from './rows'

/** The first rows as they were understood. */
export function ImportSample({ sample }: { sample: Preview['sample'] }) {
  if (sample.length === 0) return null
  return (
    <Card title={`前 ${sample.length} 行读成这样`}>
      {sample.map(({ row, title, detail }) => (
        <Row key={row} title={title} note={`第 ${row} 行 · ${detail}`} />
      ))}
    </Card>
  )
}
