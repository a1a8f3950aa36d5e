import { receptionKindNames } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import { clockOf, dayTime, type ReceptionDay, slotStart, standingOf } from '../reception-words'
import { BookSlot } from './book-slot'

/** One day: when and where, whom one meets, and a slot to take or to give back. */
export function ReceptionDayCard({ centreId, day }: { centreId: string; day: ReceptionDay }) {
  const back = useWrite(hall.cancelSlot)
  const { dayId, kind, title, place, host, state, cancelledBecause, free, mySlot, startsAt } = day
  const kindName = receptionKindNames[kind]
  const isMine = mySlot > 0 && state === 'coming'
  const giveBack = async () => {
    if (!(await ask('不去了', '时段会让给别的邻居,开始前可以再约。', '不去了'))) return
    if (await back.send({ centreId, dayId })) say('时段让出来了,谢谢您告诉我们')
  }
  return (
    <Card title={title} aside={<StatusTag {...standingOf(day)} />}>
      <Note>{dayTime(day)}</Note>
      <Note>{[place, host, title !== kindName && kindName].filter(Boolean).join(' · ')}</Note>
      {state === 'cancelled' && <Note>原因:{cancelledBecause}</Note>}
      {isMine && <Note>您的时段:{clockOf(slotStart(day, mySlot))},早到一会儿就行</Note>}
      {isMine && startsAt > Date.now() && (
        <Button
          text="不去了,让出时段"
          label={`不去了,让出时段,${dayTime(day)}`}
          kind="quiet"
          busy={back.busy}
          onTap={() => void giveBack()}
        />
      )}
      {mySlot === 0 && free.length > 0 && <BookSlot centreId={centreId} day={day} />}
      <RefusalNotice refusal={back.refusal} />
    </Card>
  )
}
