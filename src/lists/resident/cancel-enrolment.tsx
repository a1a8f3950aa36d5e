import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import type { Service } from '../shown'

interface CancelEnrolmentProps {
  centreId: string
  service: Pick<Service, 'id' | 'title' | 'waiting' | 'startsAt' | 'state'>
  /** The family member whose place is given up; absent: one's own. */
  forName?: string | undefined
}

/** Gives up a place after saying who gets it. Once the service has begun there is nothing to give up. */
export function CancelEnrolment({ centreId, service, forName }: CancelEnrolmentProps) {
  const { send, busy, refusal } = useWrite(lists.cancelEnrolment)
  if (service.state !== 'published' || Date.now() >= service.startsAt) return null
  const whose = forName ? `${forName}的` : ''
  const next = service.waiting > 0 ? '名额会让给候补的第 1 位。' : '名额会空出来,再报要重新排。'
  const cancel = async () => {
    if (!(await ask(`取消${whose}报名`, `取消「${service.title}」后,${next}`, '取消报名'))) return
    const done = await send({ centreId, projectId: service.id, ...(forName && { forName }) })
    if (done) say(`已取消${whose}报名`)
  }
  return (
    <>
      <Button
        text={`取消${whose}报名`}
        label={`取消${whose}报名,${service.title}`}
        busy={busy}
        onTap={() => void cancel()}
      />
      <RefusalNotice refusal={refusal} />
    </>
  )
}
