import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { recurrenceText } from '../reception-words'
import { receptionRulePath } from '../staff-paths'

/** 固定接访安排: what the days come from; none, no card. */
export function ReceptionRules({ centreId }: { centreId: string }) {
  const rules = useRead(hall.receptionRules, { centreId })
  return (
    <Loaded reading={rules}>
      {({ rows }) =>
        rows.length > 0 && (
          <Card title="固定的安排">
            {rows.map((rule) => (
              <Row
                key={rule.ruleId}
                title={`${rule.title} ${recurrenceText(rule)}`}
                note={`${rule.place} · ${rule.host}`}
                aside={rule.stopped && <StatusTag tone="calm" word="停了" />}
                onTap={() => open(receptionRulePath(centreId, rule.ruleId))}
              />
            ))}
          </Card>
        )
      }
    </Loaded>
  )
}
