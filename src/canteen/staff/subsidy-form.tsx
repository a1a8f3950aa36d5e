import { useState } from 'react'
import { addDays } from '../../../types/common/time'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { DayField } from '../../ui/day-field'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { SubsidyRule } from '../shown'
import { freeKey, fundDrafts, savedRule, tierDrafts } from '../subsidy-draft'
import { today } from '../today'
import { dayWords } from '../words'
import { FundField } from './fund-field'
import { TierField } from './tier-field'

interface SubsidyFormProps {
  centreId: string
  /** What the new rule begins as. */
  from: SubsidyRule | undefined
  onDone: () => void
}

/** A new version of the subsidy rule. */
export function SubsidyForm({ centreId, from, onDone }: SubsidyFormProps) {
  const [startsOn, setStartsOn] = useState(addDays(today(), 1))
  const [tiers, setTiers] = useState(() => tierDrafts(from))
  const [funds, setFunds] = useState(() => fundDrafts(from))
  const { send, busy, refusal } = useWrite(canteen.saveSubsidyRule)
  const saved = savedRule(tiers, funds)
  const shares = funds.reduce((sum, { share }) => sum + share, 0)
  const save = async () => {
    if (!saved || !(await send({ centreId, startsOn, ...saved }))) return
    say(`${dayWords(startsOn)}起按新的办`)
    onDone()
  }
  const tier = { key: freeKey(tiers), title: '', fromAge: 60, careTags: [], kind: 'off' as const, yuan: '' }
  return (
    <>
      <DayField label="从哪天起" value={startsOn} onChange={setStartsOn} />
      {tiers.map((one, at) => (
        <TierField
          key={one.key}
          no={at + 1}
          tier={one}
          onChange={(changed) => setTiers(tiers.map((each) => (each.key === changed.key ? changed : each)))}
          onRemove={() => setTiers(tiers.filter(({ key }) => key !== one.key))}
        />
      ))}
      <Button text="再加一档" disabled={tiers.length >= 12} onTap={() => setTiers([...tiers, tier])} />
      {funds.map((one, at) => (
        <FundField
          key={one.key}
          no={at + 1}
          fund={one}
          onChange={(changed) => setFunds(funds.map((each) => (each.key === changed.key ? changed : each)))}
          onRemove={() => setFunds(funds.filter(({ key }) => key !== one.key))}
        />
      ))}
      <Button
        text="再加一项资金"
        disabled={funds.length >= 4}
        onTap={() =>
          setFunds([...funds, { key: freeKey(funds), name: '', share: Math.max(1, 100 - shares) }])
        }
      />
      {shares !== 100 && <Note>各项资金加起来是 {shares}%,要正好 100%。</Note>}
      <Note>老人符合几档时,按补得最多的一档算。</Note>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={`${dayWords(startsOn)}起按这个补`}
        busy={busy}
        disabled={!saved || shares !== 100}
        onTap={() => void save()}
      />
    </>
  )
}
