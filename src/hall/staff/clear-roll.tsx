import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'

/** Empties the roll of a draft, to begin it anew. */
export function ClearRoll({ centreId, ballotId }: { centreId: string; ballotId: string }) {
  const { send, busy, refusal } = useWrite(hall.clearRoll)
  const clear = async () => {
    if (!(await ask('清空名册', '编好的都会去掉,登记的委托也会去掉。', '清空'))) return
    if (await send({ centreId, ballotId })) say('清空了,可以重新编')
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button text="清空名册重新编" kind="quiet" busy={busy} onTap={() => void clear()} />
    </>
  )
}
