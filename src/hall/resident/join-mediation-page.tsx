import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { TextField } from '../../ui/text-field'
import { mediationPath } from '../paths'

/** 参加调解: sits down at the table by the code on the mediator's phone. */
export default function JoinMediationPage() {
  const { me, centreId, standing } = useCentre()
  return (
    <Page title="参加调解" sentence="调解员请您一起谈谈" reading={me}>
      {standing === 'joined' && centreId ? (
        <JoinForm centreId={centreId} />
      ) : (
        <NotJoined me={me} what="就能参加" />
      )}
    </Page>
  )
}

function JoinForm({ centreId }: { centreId: string }) {
  const scanned = decodeURIComponent(useRouter().params.code ?? '')
  const [code, setCode] = useState(scanned)
  const { send, busy, refusal } = useWrite(hall.joinMediation)
  const join = async () => {
    const done = await send({ centreId, code: code.trim() })
    if (done) void Taro.redirectTo({ url: mediationPath(done.mediationId) })
  }
  return (
    <>
      {scanned === '' && (
        <TextField label="码" hint="在调解员手机上,十分钟换一次" value={code} onChange={setCode} max={120} />
      )}
      <Card title="参加以后">
        <Note>您能看到要调解的事和每次谈了什么。</Note>
        <Note>只有当事人和调解员看得到,社区其他人和街道都看不到。</Note>
        <Note>写了协议,您同意才算数;不想谈了,随时可以不谈。</Note>
      </Card>
      <RefusalNotice refusal={refusal} />
      <MainButton text="我参加" busy={busy} disabled={code.trim() === ''} onTap={() => void join()} />
    </>
  )
}
