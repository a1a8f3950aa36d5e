import type { Centred } from '../../community/use-centre'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { offerOf, placeWords, roomOf } from '../offer.rule'
import { servicePath } from '../paths'
import { ShareButton } from '../share-button'
import type { Service } from '../shown'
import { useEnrol } from '../use-enrol'
import { spanText, whenText } from '../words'
import { CancelEnrolment } from './cancel-enrolment'
import { FamilyEnrolment } from './family-enrolment'
import { PeopleCard } from './people-card'

interface ServiceViewProps extends Pick<Centred, 'standing'> {
  centreId: string
  service: Service
}

/** The page of one service, once it is read. */
export function ServiceView({ centreId, standing, service }: ServiceViewProps) {
  const enrolling = useEnrol(centreId, standing)
  const offer = offerOf(service, Date.now())
  const room = roomOf(service, Date.now())
  const refusal = enrolling.refused?.refusal
  return (
    <>
      <Facts service={service} />
      {offer.kind === 'mine' && (
        <Card title={placeWords(service.mine)}>
          <Note>
            {offer.state === 'seat'
              ? '请按时到,去不了请提前取消,把名额让给候补的邻居。'
              : '有人取消会自动递补,并在通知里告诉您。'}
          </Note>
          <CancelEnrolment centreId={centreId} service={service} />
        </Card>
      )}
      {standing === 'joined' && (
        <FamilyEnrolment centreId={centreId} service={service} room={room} enrolling={enrolling} />
      )}
      {standing === 'elsewhere' && <Card>这是别的社区的服务,您登记在另一个社区,只能看不能报名。</Card>}
      <PeopleCard service={service} />
      <ShareButton text="转给邻居和家人" path={servicePath(centreId, service.id)} />
      <RefusalNotice refusal={refusal} />
      {standing !== 'elsewhere' && (offer.kind === 'seat' || offer.kind === 'wait') && (
        <MainButton
          text={mainWords(offer, standing)}
          busy={enrolling.busyId !== undefined}
          disabled={standing === 'unknown'}
          onTap={() => void enrolling.enrol(service.id)}
        />
      )}
    </>
  )
}

const mainWords = (
  offer: { kind: 'seat'; left: number } | { kind: 'wait'; ahead: number },
  standing: Centred['standing'],
): string => {
  const first = standing === 'stranger' ? '先登记再' : ''
  return offer.kind === 'seat'
    ? `${first}报名,还剩 ${offer.left} 个名额`
    : `${first}候补,前面有 ${offer.ahead} 位`
}

function Facts({ service }: { service: Service }) {
  return (
    <Card>
      <Row title={spanText(service.startsAt, service.endsAt)} note="时间" />
      <Row title={service.place} note="地点" />
      <Row title={`${service.unit}${service.homeVisit ? '(可上门)' : ''}`} note="谁来办" />
      <Row title={service.audience.join('、')} note="给谁" />
      <Row title={`${whenText(service.closesAt)} 前`} note="报名截止" />
      {service.needs > 0 && <Row title={`回应了 ${service.needs} 条需求`} />}
      <Note>{service.description}</Note>
    </Card>
  )
}
