import { reaches } from '../../../types/common/roles'
import { Card, Note } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import { affords, type Take } from '../many.rule'
import type { CanteenNear, ElderToTake, Menu } from '../shown'
import { money } from '../words'
import { LateOrder } from './late-order'
import { MealChoice } from './meal-choice'
import { phaseOf } from './menu-phase'
import { PhoneOrder } from './phone-order'
import { TakeOff } from './take-off'

interface ElderCardProps {
  /** Where the elder is registered. */
  centreId: string
  canteen: CanteenNear
  menu: Menu
  elder: ElderToTake
  take: Take | undefined
  /** Why the last try was refused. */
  refused: string | undefined
  onTake: (take: Take | undefined) => void
}

/** One elder: what is ordered, or which meal to choose; then, what fits the hour, by telephone or late. */
export function ElderCard({ centreId, canteen, menu, elder, take, refused, onTake }: ElderCardProps) {
  const { building, room, name, balance, owesUpTo, ordered, meals } = elder
  const phase = phaseOf(menu)
  const isOrdered = ordered !== ''
  // late additions and refunds are the canteen's own affair
  const runsCanteen = reaches(centreId, canteen.centreId)
  const mayChoose = !isOrdered && (phase === 'open' || (phase === 'late' && runsCanteen))
  const chosen = take && meals.find(({ mealId }) => mealId === take.mealId)
  const parts = { centreId, canteen, menu, elder }
  return (
    <Card
      title={`${building} ${room} ${name}`}
      aside={isOrdered && <StatusTag tone="good" word={`已订${ordered}`} />}
    >
      <Note>
        余额 {money(balance)}
        {owesUpTo > 0 && `,最多先欠 ${money(owesUpTo)}`}
      </Note>
      {mayChoose && <MealChoice elder={elder} take={take} onTake={onTake} />}
      {!isOrdered && phase === 'late' && !runsCanteen && (
        <Note>已经截单,要加请打食堂电话 {canteen.phone}</Note>
      )}
      {refused !== undefined && !isOrdered && <StatusTag tone="late" word={`没订上:${refused}`} />}
      {take && !isOrdered && !affords(elder, take.toPay) && (
        <StatusTag tone="warn" word="余额不够,要先收钱" />
      )}
      {take && chosen && !isOrdered && phase === 'open' && (
        <PhoneOrder {...parts} take={take} meal={chosen.name} onDone={() => onTake(undefined)} />
      )}
      {take && chosen && mayChoose && phase === 'late' && (
        <LateOrder {...parts} take={take} meal={chosen.name} onDone={() => onTake(undefined)} />
      )}
      {isOrdered && (phase === 'open' || runsCanteen) && <TakeOff {...parts} isOpen={phase === 'open'} />}
    </Card>
  )
}
