import { fullDayText } from '../../../types/common/time'
import { passbookPath } from '../../points/paths'
import type { MyPassbook } from '../../points/shown'
import { signed } from '../../points/words'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { Figure } from '../../ui/figure'
import { open } from '../open'

/** 您家积分: the balance, what moved this month, and what lapses next. */
export function BalanceCard({ passbook }: { passbook: MyPassbook }) {
  const { balance, lines, expiring, building, room } = passbook
  const earned = lines.reduce((sum, line) => sum + Math.max(0, line.points), 0)
  const spent = lines.reduce((sum, line) => sum + Math.min(0, line.points), 0)
  return (
    <Card title="您家积分" aside={<Note>{`${building} ${room}`}</Note>}>
      <Figure value={balance} word="余额" />
      <Note>
        本月 {signed(earned)} · {signed(spent)}
      </Note>
      {expiring && (
        <Note>
          其中 {expiring.points} 分 {fullDayText(expiring.on)} 到期
        </Note>
      )}
      <Button text="看存折" onTap={() => open(passbookPath)} />
    </Card>
  )
}
