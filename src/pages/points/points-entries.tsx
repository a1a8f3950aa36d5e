import {
  codePath,
  earningPath,
  honourPath,
  publicNoticePath,
  redemptionsPath,
  shelfPath,
  shiftsPath,
} from '../../points/paths'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { open } from '../open'

/** Ways to use and to earn points; what needs a passbook is shown to members only. */
export function PointsEntries({ member }: { member: boolean }) {
  return (
    <>
      <Card>
        <Row title="党群服务超市" note="用积分换东西、换服务" onTap={() => open(shelfPath)} />
        {member && <Row title="我家的兑换" note="取货码在这里" onTap={() => open(redemptionsPath)} />}
      </Card>
      <Card>
        {member && <Row title="出示积分码" note="请工作人员扫码记分" onTap={() => open(codePath)} />}
        <Row title="志愿服务" note="报班次,现场签到签退" onTap={() => open(shiftsPath)} />
        <Row title="怎么得积分" note="每一项记多少分" onTap={() => open(earningPath)} />
      </Card>
      <Card>
        <Row title="荣誉榜" onTap={() => open(honourPath)} />
        {member && <Row title="积分公示" note="有异议可以提" onTap={() => open(publicNoticePath)} />}
      </Card>
    </>
  )
}
