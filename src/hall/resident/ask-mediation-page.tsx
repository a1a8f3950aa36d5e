import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { leaveSaying } from '../../pages/open'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { TextField } from '../../ui/text-field'
import { mediationPath } from '../paths'

/** 申请调解: what about and with whom, in one's own words. */
export default function AskMediationPage() {
  const { me, centreId, standing } = useCentre()
  return (
    <Page title="申请调解" sentence="用您自己的话说就行" reading={me}>
      {standing === 'joined' && centreId ? (
        <AskForm centreId={centreId} />
      ) : (
        <NotJoined me={me} what="就能申请调解" />
      )}
    </Page>
  )
}

function AskForm({ centreId }: { centreId: string }) {
  const [text, setText] = useState('')
  const [other, setOther] = useState('')
  const { send, busy, refusal, clear } = useWrite(hall.askMediation)
  const typing = (set: (value: string) => void) => (value: string) => {
    clear()
    set(value)
  }
  const submit = async () => {
    const done = await send({ centreId, text: text.trim(), other: other.trim() })
    if (done) leaveSaying('收到了,有调解员接了会通知您', mediationPath(done.mediationId))
  }
  return (
    <>
      <TextField
        label="什么事"
        placeholder="比如:楼上漏水到我家,说了几次没有修"
        value={text}
        onChange={typing(setText)}
        max={500}
        error={refusal?.fields.text}
        tall
      />
      <TextField
        label="和谁"
        hint="另一方看不到这一句"
        placeholder="比如:楼上 601"
        value={other}
        onChange={typing(setOther)}
        max={60}
        error={refusal?.fields.other}
      />
      <Note>内容加密保存,只有接的调解员和来谈的人看得到,社区其他人和街道都看不到。</Note>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text="请社区派调解员"
        busy={busy}
        disabled={text.trim() === '' || other.trim() === ''}
        onTap={() => void submit()}
      />
    </>
  )
}
