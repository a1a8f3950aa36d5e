import { asInstant, shanghaiDay } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { DayOfStaff } from '../reception-words'

interface CloseDayProps {
  centreId: string
  day: DayOfStaff
  /** Questions without an outcome. */
  left: number
}

/** The day is over: from its first moment on, once everything asked has its outcome. */
export function CloseDay({ centreId, day, left }: CloseDayProps) {
  const { send, busy, refusal } = useWrite(hall.closeReceptionDay)
  const { dayId, asked } = day
  if (day.day > shanghaiDay(asInstant(Date.now()))) return null
  const close = async () => {
    if (await send({ centreId, dayId })) say('结束了,可以把结果发到群里')
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      {left > 0 && <Note>还有 {left} 件没记结果,记完就能结束</Note>}
      <MainButton
        text={`结束,一共问了 ${asked} 件`}
        busy={busy}
        disabled={left > 0}
        onTap={() => void close()}
      />
    </>
  )
}
