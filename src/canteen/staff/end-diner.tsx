import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask } from '../../ui/say'
import type { DinerOfStaff } from '../shown'
import { dinersPath } from '../staff-paths'
import { today } from '../today'
import { money } from '../words'
import { savedOf, settingsOf } from './diner-draft'

/** 停用 for who moved away or died; only once the account is settled. */
export function EndDiner({ diner }: { diner: DinerOfStaff }) {
  const { send, busy, refusal } = useWrite(canteen.saveDiner)
  const { centreId, name, balance } = diner
  const end = async () => {
    const sure = await ask('停用', `${name} 以后不能订餐,记录都留着。`, '停用')
    if (!sure) return
    if (await send(savedOf(diner, settingsOf(diner, today()), true)))
      leaveSaying('停用了,要恢复就重新登记', dinersPath(centreId))
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button text="搬走了、去世了,停用" kind="quiet" busy={busy} onTap={() => void end()} />
      {balance !== 0 && <Note>账户还有 {money(balance)},结清以后才能停用。</Note>}
    </>
  )
}
