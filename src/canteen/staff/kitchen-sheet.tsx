import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { openSheet } from '../../ui/open-sheet'
import { RefusalNotice } from '../../ui/refusal-notice'

/** The kitchen's list and the labels, to print. */
export function KitchenSheet({ centreId, menuId }: { centreId: string; menuId: string }) {
  const { send, busy, refusal } = useWrite(canteen.kitchenSheet)
  const print = async () => {
    const done = await send({ centreId, menuId })
    if (done) await openSheet(done.url)
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button text="导出厨房单和餐盒标签" busy={busy} onTap={() => void print()} />
    </>
  )
}
