import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { accountPath, dinerPath, registerPath, standingPath, weekPath } from '../paths'

/** What else there is about a diner's meals. */
export function OrderEntries({ dinerId }: { dinerId: string }) {
  return (
    <Card>
      <Row title="连订几天" note="一次订一周,多退少补都在余额里" onTap={() => open(weekPath(dinerId))} />
      <Row title="每周固定订" note="到点自动订好,出门可以暂停" onTap={() => open(standingPath(dinerId))} />
      <Row title="餐费账户" note="余额和每一笔" onTap={() => open(accountPath(dinerId))} />
      <Row title="用餐人资料" note="忌口、补贴、让家人也能订" onTap={() => open(dinerPath(dinerId))} />
      <Row title="再登记一位老人" onTap={() => open(registerPath)} />
    </Card>
  )
}
