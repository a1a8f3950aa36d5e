import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { say } from '../../ui/say'
import { type DayOfStaff, dayTime } from '../reception-words'

/** A day that is not held after all, as long as nothing was answered on it; those with a slot are told why. */
export function CallOffDay({ centreId, day }: { centreId: string; day: DayOfStaff }) {
  const write = useWrite(hall.cancelReceptionDay)
  const { dayId, answered, listed, endsAt } = day
  if (answered > 0 || listed > 0 || endsAt <= Date.now()) return null
  const callOff = async (reason: string) => {
    const done = await write.send({ centreId, dayId, reason })
    if (done) say(done.told > 0 ? `不办了,已通知约好的 ${done.told} 人` : '不办了')
    return done
  }
  return (
    <AskReason
      text="这天不办了"
      title={`这天不办了,${dayTime(day)}`}
      note="原因会通知约好的人"
      yes="不办了,通知他们"
      kind="quiet"
      write={write}
      onReason={callOff}
    />
  )
}
