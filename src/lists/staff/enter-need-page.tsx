import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { leaveSaying } from '../../pages/open'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { emptyNeed, needInput } from './need-draft'
import { NeedForm } from './need-form'
import { needsPath } from './staff-paths'

/** A member of staff writes down what somebody asked for, at the door or on the phone. */
function EnterNeedPage({ centreId }: AtWork) {
  const [draft, setDraft] = useState(emptyNeed)
  const enter = useWrite(lists.enterNeed)
  const send = async () => {
    if (!(await enter.send(needInput(centreId, draft)))) return
    leaveSaying('登记好了,对接台里能看到合适的资源', needsPath(centreId))
  }
  return (
    <Page title="登记需求" sentence="照原话写,一条写一件事">
      <NeedForm draft={draft} onChange={setDraft} errors={enter.refusal?.fields ?? {}} />
      <RefusalNotice refusal={enter.refusal} />
      <MainButton
        text="登记这条需求"
        busy={enter.busy}
        disabled={draft.text.trim() === '' || draft.beneficiary.length === 0}
        onTap={() => void send()}
      />
    </Page>
  )
}

export default atWork(EnterNeedPage)
