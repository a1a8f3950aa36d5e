import { useState } from 'react'
import type { OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { whenText } from '../../lists/words'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'

type ShownShift = OutputOf<typeof pointsContract, 'shift'>

const mostMinutes = 1440

/** Who came and for how long; what stands here becomes points. */
export function ConfirmShift({ centreId, shift }: { centreId: string; shift: ShownShift }) {
  const { send, busy, refusal } = useWrite(points.confirmShift)
  const { shiftId, people, pointsPerHour, state, startsAt } = shift
  const [changed, setChanged] = useState<Readonly<Record<string, number>>>({})
  const minutesOf = ({ residentId, minutes }: ShownShift['people'][number]) => changed[residentId] ?? minutes
  const confirm = async () => {
    const rows = people.map((person) => ({ residentId: person.residentId, minutes: minutesOf(person) }))
    const done = await send({ centreId, shiftId, rows })
    if (done) say(`${done.credited} 人记了积分,共 ${done.points} 分`)
  }
  if (people.length === 0) return <Note>还没有人报</Note>
  return (
    <>
      {people.map((person) => {
        const { residentId, name, inAt, outAt } = person
        const minutes = minutesOf(person)
        return (
          <Card
            key={residentId}
            title={name}
            aside={<Note>{Math.floor((minutes * pointsPerHour) / 60)} 分</Note>}
          >
            <Note>
              {inAt > 0 ? `${whenText(inAt)} 签到` : '没有签到'}
              {outAt > 0 && ` · ${whenText(outAt)} 签退`}
            </Note>
            {state === 'open' && (
              <NumberField
                label={`${name} 的分钟数`}
                value={minutes}
                onChange={(value) => setChanged({ ...changed, [residentId]: value })}
                min={0}
                max={mostMinutes}
              />
            )}
          </Card>
        )
      })}
      <RefusalNotice refusal={refusal} />
      {state === 'open' && startsAt < Date.now() && (
        <MainButton text={`确认 ${people.length} 人的时长,记积分`} busy={busy} onTap={() => void confirm()} />
      )}
    </>
  )
}
