import { useState } from 'react'
import type { OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'

type Settings = OutputOf<typeof pointsContract, 'settings'>

/** How long things are shown, held and valid, and where they are fetched. */
export function SettingsForm({ centreId, start }: { centreId: string; start: Settings }) {
  const { send, busy, refusal } = useWrite(points.saveSettings)
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part })
  const save = async () => {
    if (await send({ centreId, ...draft })) say('保存了,从现在起按新的办')
  }
  return (
    <Card title="公示、取货和有效期">
      <NumberField
        label="公示几天"
        value={draft.noticeDays}
        onChange={(noticeDays) => change({ noticeDays })}
        min={0}
        max={30}
      />
      <NumberField
        label="几小时内来取"
        value={draft.pickupHours}
        onChange={(pickupHours) => change({ pickupHours })}
        min={1}
        max={720}
      />
      <TextField
        label="在哪里取"
        value={draft.pickupPlace}
        onChange={(pickupPlace) => change({ pickupPlace })}
        max={60}
      />
      <TextField
        label="开放时间"
        value={draft.openingTimes}
        onChange={(openingTimes) => change({ openingTimes })}
        max={60}
      />
      <NumberField
        label="积分几年后到期(0 是不到期)"
        value={draft.expireAfterYears}
        onChange={(expireAfterYears) => change({ expireAfterYears })}
        min={0}
        max={10}
      />
      <RefusalNotice refusal={refusal} />
      <Button text="保存这些规则" busy={busy} onTap={() => void save()} />
    </Card>
  )
}
