import {
  ballotsPath,
  mediationsPath,
  myMattersPath,
  myProblemsPath,
  receptionPath,
  sessionsPath,
} from '../../hall/paths'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { open } from '../open'

/** Ways into the hall, besides raising a matter. */
export function HallEntries() {
  return (
    <>
      <Card>
        <Row title="我提的事" note="到哪一步了,等我确认的" onTap={() => open(myMattersPath)} />
        <Row title="上了问题清单的事" note="五个工作日办结,您确认才销号" onTap={() => open(myProblemsPath)} />
      </Card>
      <Card>
        <Row title="议事会" note="要开的、开过的,说来不来" onTap={() => open(sessionsPath)} />
        <Row title="接访日" note="约个时间,当面说" onTap={() => open(receptionPath)} />
        <Row title="表决" note="每户的大事,一户一票" onTap={() => open(ballotsPath)} />
        <Row title="调解" note="邻里纠纷,只有您和调解员看得到" onTap={() => open(mediationsPath)} />
      </Card>
    </>
  )
}
