import { membershipWords } from '../../community/membership'
import { joinPath } from '../../community/paths'
import type { Me } from '../../community/use-centre'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import { open } from '../open'

/** 户: the door one is registered at, how the registration stands, and what to do about it. */
export function HouseholdCard({ me, centreId }: { me: Me; centreId: string }) {
  const { tone, word, next, action } = membershipWords(me)
  const { door } = me
  return (
    <Card
      title={door ? `${door.building} ${door.room}` : '我家'}
      aside={<StatusTag tone={tone} word={word} />}
    >
      <Note>{next}</Note>
      {action && <Button text={action} onTap={() => open(joinPath(me.centre?.id ?? centreId))} />}
    </Card>
  )
}
