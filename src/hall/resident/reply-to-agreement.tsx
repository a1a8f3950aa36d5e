import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import type { Mediation } from '../shown'

/** A party's word to the agreement they just read: yes, or no and why. It can be changed until all have said yes. */
export function ReplyToAgreement({ centreId, mediation }: { centreId: string; mediation: Mediation }) {
  const yes = useWrite(hall.confirmAgreement)
  const no = useWrite(hall.confirmAgreement)
  const { mediationId, agreement } = mediation
  if (!agreement) return null
  const { version, mine } = agreement
  const about = { centreId, mediationId, version }
  const confirm = async () => {
    if (!(await ask('确认协议', '各方都确认以后,协议就算数了。', '我同意'))) return
    const done = await yes.send({ ...about, agree: true, text: '' })
    if (done) say(done.waiting === 0 ? '各方都确认了,谈成了' : '确认好了,等另一方')
  }
  const object = async (text: string) => {
    const done = await no.send({ ...about, agree: false, text })
    if (done) say('告诉调解员了,会再商量')
    return done
  }
  return (
    <>
      {mine !== 'objected' && (
        <AskReason
          text={mine === 'confirmed' ? '我又不同意了' : '不同意'}
          title="哪里不同意"
          note="调解员和另一方看得到"
          yes="告诉他们"
          kind="quiet"
          write={no}
          onReason={object}
        />
      )}
      {mine !== 'confirmed' && (
        <>
          <RefusalNotice refusal={yes.refusal} />
          <MainButton text="我同意,确认协议" busy={yes.busy} onTap={() => void confirm()} />
        </>
      )}
    </>
  )
}
