import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import type { MyDiner, Offer } from '../shown'
import { usePlace } from '../use-place'
import { money } from '../words'

interface AgainButtonProps {
  diner: MyDiner
  canteenId: string
  again: Offer['again']
}

/** 和上次一样: the whole order in one tap, at the thumb. */
export function AgainButton({ diner, canteenId, again }: AgainButtonProps) {
  const { place, busy, refusal } = usePlace(diner, canteenId)
  if (!again) return null
  const { words, ...pick } = again
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={`和上次一样:${words},付 ${money(pick.toPay)}`}
        busy={busy}
        onTap={() => void place([pick])}
      />
    </>
  )
}
