import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import type { MyDiner } from '../shown'
import { today } from '../today'
import { useDiner } from '../use-diner'
import { mealNames } from '../week.rule'
import { OfDiner } from './of-diner'
import { PausesCard } from './pauses-card'
import { StandingForm } from './standing-form'

/** 每周固定订: which weekdays, and the days it rests. */
export default function StandingPage() {
  const chosen = useDiner()
  return (
    <Page title="每周固定订" sentence={chosen.diner?.name} reading={chosen.diners}>
      <OfDiner chosen={chosen}>{(diner) => <Standing key={diner.dinerId} diner={diner} />}</OfDiner>
    </Page>
  )
}

function Standing({ diner }: { diner: MyDiner }) {
  const { centreId, dinerId } = diner
  const standing = useRead(canteen.standing, { centreId, dinerId })
  const canteens = useRead(canteen.canteens, { centreId })
  const canteenId = standing.data?.canteenId || canteens.data?.rows[0]?.canteenId
  const offer = useRead(
    canteen.offer,
    canteenId ? { centreId, dinerId, canteenId, from: today() } : undefined,
  )
  const slots = canteens.data?.rows.find((row) => row.canteenId === canteenId)?.slots ?? []
  if (!canteenId) return <Loaded reading={canteens}>{() => <EmptyState why="附近还没有开长者食堂" />}</Loaded>
  return (
    <Loaded reading={standing}>
      {(data) => (
        <>
          {data.days.length > 0 && <PausesCard diner={diner} pauses={data.pauses} />}
          {slots.map(({ slot }) => (
            <StandingForm
              key={slot}
              diner={diner}
              canteenId={canteenId}
              standing={data}
              slot={slot}
              mealNames={mealNames(offer.data?.rows.filter((menu) => menu.slot === slot) ?? [])}
            />
          ))}
        </>
      )}
    </Loaded>
  )
}
