import { useRouter } from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { useCentre } from '../../community/use-centre'
import { Button } from '../../ui/button'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { AgreementView, MediationView } from '../mediation-view'
import { mediationText } from '../mediation-words'
import type { Mediation } from '../shown'
import { ReplyToAgreement } from './reply-to-agreement'

/** One mediation, for a party of it: how it stands, the agreement to confirm, what was said. */
export default function MediationPage() {
  const { mediationId = '', centreId: shared } = useRouter().params
  const { centreId } = useCentre(shared)
  const reading = useRead(hall.mediation, centreId === undefined ? undefined : { centreId, mediationId })
  return (
    <Page title="调解" sentence={reading.data && mediationText(reading.data)} reading={reading}>
      <Loaded reading={reading}>
        {(mediation) =>
          centreId !== undefined && (
            <>
              <AgreementView mediation={mediation} />
              {mediation.state === 'underWay' && (
                <ReplyToAgreement centreId={centreId} mediation={mediation} />
              )}
              <MediationView mediation={mediation} />
              <Withdraw centreId={centreId} mediation={mediation} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Withdraw({ centreId, mediation }: { centreId: string; mediation: Mediation }) {
  const { send, busy, refusal } = useWrite(hall.withdrawMediation)
  const { mediationId, state, role } = mediation
  if (role !== 'party' || (state !== 'asked' && state !== 'underWay')) return null
  const withdraw = async () => {
    const words = '结束以后这一件不能再接着调,可以重新申请。'
    if (!(await ask('不调了', words, '不调了'))) return
    if (await send({ centreId, mediationId })) say('已经结束')
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button text="不调了" kind="quiet" busy={busy} onTap={() => void withdraw()} />
    </>
  )
}
