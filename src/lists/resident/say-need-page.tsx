import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { joinPath } from '../../community/paths'
import { useCentre } from '../../community/use-centre'
import { homePath, leave, open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { myNeedsPath } from '../paths'
import { emptyNeed, type NeedDraft, needInput } from './need-draft'
import { NeedForm } from './need-form'

/** 说需求: in one's own words, for whom, when and for how many. */
export default function SayNeedPage() {
  const { centreId, standing } = useCentre()
  const [draft, setDraft] = useState<NeedDraft>(emptyNeed)
  const [said, setSaid] = useState(false)
  const { send, busy, refusal, clear } = useWrite(lists.stateNeed)
  const change = (changed: Partial<NeedDraft>) => {
    clear()
    setDraft((before) => ({ ...before, ...changed }))
  }
  const again = () => {
    setDraft(emptyNeed)
    setSaid(false)
  }
  const submit = async () => {
    if (standing !== 'joined' || !centreId) return open(joinPath(centreId))
    if (await send({ centreId, ...needInput(draft) })) setSaid(true)
  }
  if (said) return <Said again={again} />
  return (
    <Page title="说需求" sentence="用您自己的话说就行,社区来找合适的单位。">
      <NeedForm draft={draft} change={change} errors={refusal?.fields ?? {}} />
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={standing === 'joined' ? '说给社区' : '先登记我家,再说给社区'}
        busy={busy}
        disabled={standing === 'unknown' || draft.text.trim() === ''}
        onTap={() => void submit()}
      />
    </Page>
  )
}

function Said({ again }: { again: () => void }) {
  return (
    <Page title="已经记下" sentence="社区会找合适的单位,配上后在通知里告诉您。">
      <Card>
        <Note>进展随时在「我的需求」里看,没配上之前可以撤回。</Note>
        <Button text="看我的需求" onTap={() => open(myNeedsPath)} />
        <Button text="再说一条" kind="quiet" onTap={again} />
      </Card>
      <MainButton text="好了,回去" onTap={() => leave(homePath)} />
    </Page>
  )
}
