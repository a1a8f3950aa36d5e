import { asInstant, clockText, minutesOfDay } from '../../../types/common/time'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import type { Route } from '../shown'
import { CallStop } from './call-stop'
import { outcomeWords } from './outcome-words'
import type { Outcome, Tick } from './use-ticks'

interface StopCardProps {
  centreId: string
  route: Route
  stop: Route['stops'][number]
  tick: Tick | undefined
  onTick: (outcome: Outcome) => void
}

const others = ['noAnswer', 'wrong', 'refused'] as const

/** One door: who, what, how it is cooked, and what came of it in one tap. */
export function StopCard({ centreId, route, stop, tick, onTick }: StopCardProps) {
  const { building, room, name, meal, diet, note } = stop
  const door = `${building} ${room} ${name}`
  const open = route.mine && tick?.outcome !== 'delivered'
  const at = tick && clockText(minutesOfDay(asInstant(tick.at)))
  return (
    <Card title={door} aside={tick && <StatusTag {...outcomeWords[tick.outcome]} />}>
      <Note>{[meal, diet, note].filter(Boolean).join(' · ')}</Note>
      {tick && (
        <Note>
          {at} {tick.by}
        </Note>
      )}
      {open && (
        <>
          <Button
            text={tick ? '后来送到了' : '送到了'}
            label={`送到了,${door}`}
            kind="main"
            onTap={() => onTick('delivered')}
          />
          {!tick && (
            <Side>
              {others.map((outcome) => (
                <Button
                  key={outcome}
                  text={outcomeWords[outcome].word}
                  label={`${outcomeWords[outcome].word},${door}`}
                  onTap={() => onTick(outcome)}
                />
              ))}
            </Side>
          )}
          <CallStop centreId={centreId} routeId={route.routeId} stop={stop} />
        </>
      )}
    </Card>
  )
}
