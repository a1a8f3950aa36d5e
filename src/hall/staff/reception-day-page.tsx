import { useRouter } from '@tarojs/taro'
import { receptionFigures } from '../../../types/hall.reception-text'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Card, Note } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { type DayOfStaff, dayTime } from '../reception-words'
import { CallOffDay } from './call-off-day'
import { CloseDay } from './close-day'
import { QuestionCard } from './question-card'
import { ReceptionText } from './reception-text'
import { WriteInQuestion } from './write-in-question'

const openOf = ({ questions }: DayOfStaff): number => questions.filter(({ outcome }) => outcome === '').length

const sentenceOf = (day: DayOfStaff): string => {
  if (day.state === 'cancelled') return `这天不办了:${day.cancelledBecause}`
  const open = openOf(day)
  return `${receptionFigures(day)}${open > 0 ? `,还有 ${open} 件没记结果` : ''}`
}

/** 接访单: everything asked on a day, answered, listed or not come; then the day is closed and told to the group. */
function ReceptionDayPage({ centreId }: AtWork) {
  const { dayId = '' } = useRouter().params
  const day = useRead(hall.receptionDayOfStaff, { centreId, dayId })
  return (
    <Page title={day.data?.title ?? '接访日'} sentence={day.data && sentenceOf(day.data)} reading={day}>
      <Loaded reading={day}>{(loaded) => <DaySheet centreId={centreId} day={loaded} />}</Loaded>
    </Page>
  )
}

function DaySheet({ centreId, day }: { centreId: string; day: DayOfStaff }) {
  const { questions, state, place, host } = day
  const isOpen = state === 'coming'
  return (
    <>
      <Card>
        <Note>{dayTime(day)}</Note>
        <Note>
          {place} · {host}
        </Note>
        {isOpen && <WriteInQuestion centreId={centreId} dayId={day.dayId} />}
      </Card>
      {state === 'closed' && <ReceptionText centreId={centreId} day={day} />}
      {questions.length === 0 && <EmptyState why="还没有人约,也没有人来问" />}
      {questions.map((question) => (
        <QuestionCard key={question.questionId} centreId={centreId} day={day} question={question} />
      ))}
      {isOpen && <CallOffDay centreId={centreId} day={day} />}
      {isOpen && <CloseDay centreId={centreId} day={day} left={openOf(day)} />}
    </>
  )
}

export default atWork(ReceptionDayPage)
