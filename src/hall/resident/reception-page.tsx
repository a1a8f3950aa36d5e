import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { momentOf, type ReceptionDay, slotStart } from '../reception-words'
import { MyQuestions } from './my-questions'
import { ReceptionDayCard } from './reception-day-card'

const sentenceOf = (rows: readonly ReceptionDay[]): string => {
  const mine = rows.find(({ mySlot, state }) => mySlot > 0 && state === 'coming')
  return mine ? `您约了 ${momentOf(slotStart(mine, mine.mySlot))}` : '有事想当面说,约一个时段'
}

/** 接访日 (书记连心日、党群夜话、居民夜谈): book a slot, and what was answered. */
export default function ReceptionPage() {
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const days = useRead(hall.receptionDays, joined ? { centreId } : undefined)
  return (
    <Page title="接访日" sentence={days.data && sentenceOf(days.data.rows)} reading={days}>
      {!joined && <NotJoined me={me} what="就能约时段当面说事" />}
      {joined && (
        <>
          <Loaded reading={days}>
            {({ rows }) =>
              rows.length > 0 ? (
                rows.map((day) => <ReceptionDayCard key={day.dayId} centreId={centreId} day={day} />)
              ) : (
                <EmptyState why="最近没有接访日。急事请打社区电话,别的事可以在「议事」里提" />
              )
            }
          </Loaded>
          <MyQuestions centreId={centreId} />
        </>
      )}
    </Page>
  )
}
