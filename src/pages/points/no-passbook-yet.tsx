import { membershipWords } from '../../community/membership'
import { joinPath } from '../../community/paths'
import type { Me } from '../../community/use-centre'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import { open } from '../open'

/** For those whose household is not approved: what the passbook is, and what to do to get one. */
export function NoPassbookYet({ me }: { me: Me }) {
  const { tone, word, next, action } = membershipWords(me)
  return (
    <Card title="积分存折按户发" aside={<StatusTag tone={tone} word={word} />}>
      <Note>做志愿服务、参加社区的事都记积分,全家合用一本存折,可以换东西、换服务。</Note>
      <Note>{next}</Note>
      {action && <Button text={action} onTap={() => open(joinPath(me.centre?.id))} />}
    </Card>
  )
}
