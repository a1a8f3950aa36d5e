import { useState } from 'react'
import type { Tier } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { SelectField } from '../../ui/select-field'
import type { OfMatter } from './of-matter'
import { TierField } from './tier-field'

/** 分办: how it is deliberated and who answers for it; or why it is not taken on. */
export function SortMatter({ centreId, matter }: OfMatter) {
  const people = useRead(hall.hallPeople, { centreId })
  const sort = useWrite(hall.triageMatter)
  const refuse = useWrite(hall.refuseMatter)
  const [tier, setTier] = useState<Tier>('brief')
  const [officer, setOfficer] = useState<string>()
  const { matterId } = matter
  const send = async () => {
    if (!officer) return
    if (await sort.send({ centreId, matterId, tier, officer })) say('分办好了,已告诉经办人和提事人')
  }
  return (
    <>
      <Card title="分办">
        <TierField value={tier} onChange={setTier} />
        <Loaded reading={people} rows={1}>
          {({ rows }) => (
            <SelectField
              label="谁来办"
              choices={rows.map(({ who, name, role }) => ({ value: who, word: `${name} ${role}` }))}
              value={officer}
              onChange={setOfficer}
            />
          )}
        </Loaded>
        <AskReason
          text="不受理"
          title="不受理"
          note="写明原因和该找哪里,提事人会看到。"
          yes="不受理,告诉提事人"
          kind="quiet"
          write={refuse}
          onReason={(reason) => refuse.send({ centreId, matterId, reason })}
        />
      </Card>
      <RefusalNotice refusal={sort.refusal} />
      <MainButton
        text={officer ? '就这么分办' : '先选谁来办'}
        busy={sort.busy}
        disabled={!officer}
        onTap={() => void send()}
      />
    </>
  )
}
