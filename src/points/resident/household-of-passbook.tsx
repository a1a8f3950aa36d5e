import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import type { MyPassbook } from '../shown'

/** Who shares the passbook, who may spend, and whether the household stands on the honour roll. */
export function HouseholdOfPassbook({ centreId, passbook }: { centreId: string; passbook: MyPassbook }) {
  const { send, busy, refusal } = useWrite(points.setHidden)
  const { members, hidden } = passbook
  const turn = async () => {
    if (await send({ centreId, hidden: !hidden })) say(hidden ? '下次荣誉榜会有您家' : '以后荣誉榜不写您家')
  }
  return (
    <Card title="这本存折的家人">
      {members.map(({ memberId, name, me, maySpend }) => (
        <Row
          key={memberId}
          title={me ? `${name}(您)` : name}
          aside={<Note>{maySpend ? '能兑换' : '不能兑换'}</Note>}
        />
      ))}
      <Note>谁能兑换,请到社区让工作人员设置</Note>
      <Button text={hidden ? '上荣誉榜' : '不上荣誉榜'} kind="quiet" busy={busy} onTap={() => void turn()} />
      <RefusalNotice refusal={refusal} />
    </Card>
  )
}
