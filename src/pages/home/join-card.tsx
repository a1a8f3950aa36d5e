import { membershipWords } from '../../community/membership'
import { joinPath } from '../../community/paths'
import type { Me } from '../../community/use-centre'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import { open } from '../open'

/** Where the registration of one's household stands, until it is approved. Never in the way of the rest. */
export function JoinCard({ me, centreId }: { me: Me; centreId: string }) {
  if (me.membership === 'approved') return null
  const { tone, word, next, action } = membershipWords(me)
  return (
    <Card title="住户登记" aside={<StatusTag tone={tone} word={word} />}>
      <Note>{next}</Note>
      {action && <Button text={action} onTap={() => open(joinPath(me.centre?.id ?? centreId))} />}
    </Card>
  )
}
