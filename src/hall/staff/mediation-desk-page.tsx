import { useRouter } from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Side } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { AgreementView, MediationView } from '../mediation-view'
import { mediationText } from '../mediation-words'
import { EndMediation } from './end-mediation'
import { FollowUpMediation } from './follow-up-mediation'
import { HandBackMediation } from './hand-back-mediation'
import { MediationInvitation } from './mediation-invitation'
import { NoteMediation } from './note-mediation'
import { PartyContact } from './party-contact'
import { ProposeAgreement } from './propose-agreement'

/** One mediation, for its mediator: inviting, noting, writing the agreement, looking again. */
function MediationDeskPage({ centreId }: AtWork) {
  const { mediationId = '' } = useRouter().params
  const reading = useRead(hall.mediation, { centreId, mediationId })
  return (
    <Page title="调解" sentence={reading.data && mediationText(reading.data)} reading={reading}>
      <Loaded reading={reading}>
        {(mediation) => (
          <>
            <AgreementView mediation={mediation} />
            {mediation.state === 'underWay' && (
              <>
                <Side>
                  <NoteMediation centreId={centreId} mediationId={mediationId} />
                  <ProposeAgreement centreId={centreId} mediation={mediation} />
                </Side>
                <MediationInvitation centreId={centreId} mediationId={mediationId} />
              </>
            )}
            {mediation.state === 'agreed' && (
              <FollowUpMediation centreId={centreId} mediationId={mediationId} />
            )}
            <MediationView mediation={mediation} />
            {mediation.people.map((party) => (
              <PartyContact key={party.key} centreId={centreId} mediationId={mediationId} party={party} />
            ))}
            {mediation.state === 'underWay' && (
              <Side>
                <HandBackMediation centreId={centreId} mediationId={mediationId} />
                <EndMediation centreId={centreId} mediationId={mediationId} />
              </Side>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(MediationDeskPage)
