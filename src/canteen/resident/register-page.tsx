import Taro from '@tarojs/taro'
import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { ChooseFirst } from '../../community/choose-first'
import { joinPath } from '../../community/paths'
import { useCentre } from '../../community/use-centre'
import { leaveSaying, open } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { type DinerDraft, DinerFields, emptyDraft, formOf, isFilled } from '../diner-fields'
import { joinDinerPath, orderPath } from '../paths'

const relations = ['本人', '父亲', '母亲', '爷爷奶奶', '外公外婆', '老伴', '亲戚', '邻居']

/** 登记用餐老人: oneself or an elder of the family; the staff check the birth date, the subsidy follows from it. */
export default function RegisterPage() {
  const { me, centreId, standing } = useCentre()
  return (
    <Page title="登记用餐老人" sentence={me.data?.centre?.name} reading={me}>
      {me.data && !centreId && <ChooseFirst me={me} />}
      {centreId && standing === 'stranger' && (
        <EmptyState
          why="先登记您自己,社区好联系您,再登记老人。"
          action={{ text: '登记我家', onTap: () => open(joinPath(centreId)) }}
        />
      )}
      {centreId && (standing === 'joined' || standing === 'elsewhere') && (
        <RegisterForm centreId={centreId} />
      )}
    </Page>
  )
}

/** For whoever has a relative that registered the elder before. */
const scan = async (centreId: string): Promise<void> => {
  const scanned = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => undefined) // closed without a code
  if (scanned) open(joinDinerPath(centreId, scanned.result))
}

function RegisterForm({ centreId }: { centreId: string }) {
  const [draft, setDraft] = useState<DinerDraft>(emptyDraft)
  const [relation, setRelation] = useState('母亲')
  const { send, busy, refusal, clear } = useWrite(canteen.registerDiner)
  const change = (part: Partial<DinerDraft>) => {
    clear()
    setDraft((before) => ({ ...before, ...part }))
  }
  const register = async () => {
    const done = await send({ centreId, relation, ...formOf(draft) })
    if (done) leaveSaying('登记已交给社区,核对后通知您', orderPath(done.dinerId))
  }
  return (
    <>
      <Row
        title="家里已有人登记过这位老人"
        note="扫家人手机上的绑定码就行"
        onTap={() => void scan(centreId)}
      />
      <Card title="老人是您的">
        <ChooseOne
          label="老人是您的"
          value={relation}
          onChange={setRelation}
          choices={relations.map((value) => ({ value, word: value }))}
        />
      </Card>
      <DinerFields draft={draft} onChange={change} errors={refusal?.fields ?? {}} />
      <Note>生日、电话加密保存,只给社区核对和送餐时用,谁看过都有记录。</Note>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text="登记,交给社区核对"
        busy={busy}
        disabled={!isFilled(draft)}
        onTap={() => void register()}
      />
    </>
  )
}
