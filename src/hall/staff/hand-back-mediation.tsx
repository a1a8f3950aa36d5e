import { View } from '@tarojs/components'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask } from '../../ui/say'
import { mediationsDeskPath } from '../staff-paths'

/** 交回去: for a mediator who knows one side, or leaves. */
export function HandBackMediation({ centreId, mediationId }: { centreId: string; mediationId: string }) {
  const { send, busy, refusal } = useWrite(hall.handBackMediation)
  const handBack = async () => {
    const words = '认识当事人、忙不过来,都可以交给同事。交回去以后您就看不到了。'
    if (!(await ask('交回去', words, '交回去'))) return
    if (await send({ centreId, mediationId })) leaveSaying('交回去了,等同事接', mediationsDeskPath(centreId))
  }
  return (
    <View>
      <RefusalNotice refusal={refusal} />
      <Button text="交给同事" kind="quiet" busy={busy} onTap={() => void handBack()} />
    </View>
  )
}
