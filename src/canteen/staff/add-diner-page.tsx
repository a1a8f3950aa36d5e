import { useState } from 'react'
import type { CareTag } from '../../../types/common/words'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { leaveSaying } from '../../pages/open'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { type DinerDraft, DinerFields, emptyDraft, formOf, isFilled } from '../diner-fields'
import { dinersPath } from '../staff-paths'
import { CareField } from './care-field'

/** 替老人登记: who comes in person or calls; the staff saw the papers, so ordering starts at once. */
function AddDinerPage({ centreId }: AtWork) {
  const [draft, setDraft] = useState<DinerDraft>(emptyDraft)
  const [careTags, setCareTags] = useState<readonly CareTag[]>([])
  const { send, busy, refusal, clear } = useWrite(canteen.addDiner)
  const change = (part: Partial<DinerDraft>) => {
    clear()
    setDraft((before) => ({ ...before, ...part }))
  }
  const add = async () => {
    const done = await send({ centreId, careTags: [...careTags], ...formOf(draft) })
    if (done) leaveSaying('登记好了,现在就能订餐', dinersPath(centreId))
  }
  return (
    <Page title="登记用餐人" sentence="看过身份证再登记,登记就是通过">
      <DinerFields draft={draft} onChange={change} errors={refusal?.fields ?? {}} />
      <CareField careTags={careTags} onChange={setCareTags} />
      <Note>姓名、生日、电话加密保存。停用过的老人在这里重新登记就恢复了。</Note>
      <RefusalNotice refusal={refusal} />
      <MainButton text="登记,马上能订餐" busy={busy} disabled={!isFilled(draft)} onTap={() => void add()} />
    </Page>
  )
}

export default atWork(AddDinerPage)
