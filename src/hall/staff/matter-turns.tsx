import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Tier, tierNames, tiers } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { open } from '../../pages/open'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import { newProblemPath, sessionEditPath } from '../staff-paths'
import type { OfMatter } from './of-matter'
import { TierField } from './tier-field'

/** What else a matter may need besides its next step: a session, a problem on the list, a heavier procedure, hiding. */
export function MatterTurns({ centreId, matter }: OfMatter) {
  const { matterId, state, sessions, openProblems } = matter
  return (
    <Card title="还可以">
      {state === 'underWay' && (
        <>
          <Row
            title="开一场议事会"
            note={sessions > 0 ? `开过 ${sessions} 场` : '谈一次,或谈很多次'}
            onTap={() => open(sessionEditPath(centreId, '', matterId))}
          />
          <Row
            title="列入问题清单"
            note={openProblems > 0 ? `还有 ${openProblems} 个没销号` : '定措施、责任单位和时限'}
            onTap={() => open(newProblemPath(centreId, matterId))}
          />
          <MoveUp centreId={centreId} matter={matter} />
        </>
      )}
      <Moderate centreId={centreId} matter={matter} />
    </Card>
  )
}

function MoveUp({ centreId, matter }: OfMatter) {
  const { send, busy, refusal } = useWrite(hall.moveUpMatter)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const heavier = tiers.slice(matter.tier === '' ? 0 : tiers.indexOf(matter.tier) + 1)
  const [tier, setTier] = useState<Tier | undefined>(heavier[0])
  if (heavier.length === 0 || !tier) return null
  const moveUp = async () => {
    if (!(await send({ centreId, matterId: matter.matterId, tier, reason: reason.trim() }))) return
    setAsking(false)
    say(`改用${tierNames[tier]},办过的步骤算数`)
  }
  return (
    <View>
      <Button text="改用更重的议事办法" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet title="改用更重的议事办法" open onClose={() => setAsking(false)}>
          <TierField value={tier} onChange={setTier} among={heavier} />
          <TextField
            label="为什么"
            hint="办过的步骤算数,时限重新算,提事人会看到。"
            value={reason}
            onChange={setReason}
            max={100}
          />
          <RefusalNotice refusal={refusal} />
          <Button
            text={`改用${tierNames[tier]}`}
            kind="main"
            busy={busy}
            disabled={reason.trim() === ''}
            onTap={() => void moveUp()}
          />
        </Sheet>
      )}
    </View>
  )
}

function Moderate({ centreId, matter }: OfMatter) {
  const write = useWrite(hall.moderateMatter)
  const { matterId, hiddenBecause } = matter
  const hidden = hiddenBecause === ''
  const words = hidden ? '先不给别的居民看' : '重新公开'
  return (
    <AskReason
      text={words}
      title={words}
      note="提事人会看到原因。"
      yes={words}
      kind="quiet"
      write={write}
      onReason={(reason) => write.send({ centreId, matterId, hidden, reason })}
    />
  )
}
