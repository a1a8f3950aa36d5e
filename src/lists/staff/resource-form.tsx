import { View } from '@tarojs/components'
import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Card } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { LimitsFields } from './limits-fields'
import { type ResourceDraft, resourceInput } from './resource-draft'
import { ResourceExtras } from './resource-extras'
import { ResourceWhat } from './resource-what'
import type { ResourceRow } from './rows'
import { resourcesPath } from './staff-paths'

interface ResourceFormProps {
  centreId: string
  start: ResourceDraft
  /** The registered resource that is changed; absent for a new one. */
  existing?: ResourceRow
}

/** What a unit offers, to whom, when and how often, and whom to call. */
export function ResourceForm({ centreId, start, existing }: ResourceFormProps) {
  const [draft, setDraft] = useState(start)
  const add = useWrite(lists.addResource)
  const edit = useWrite(lists.editResource)
  const { busy, refusal } = existing ? edit : add
  const errors = refusal?.fields ?? {}
  const set = (change: Partial<ResourceDraft>) => setDraft({ ...draft, ...change })
  const ready =
    draft.unit.trim() !== '' &&
    draft.title.trim() !== '' &&
    draft.description.trim() !== '' &&
    draft.categories.length > 0 &&
    draft.audience.length > 0 &&
    draft.limits.weekdays.length > 0
  const send = async () => {
    const input = resourceInput(centreId, draft)
    const done = existing
      ? await edit.send({ ...input, resourceId: existing.id, paused: existing.paused })
      : await add.send(input)
    if (!done) return
    leaveSaying(existing ? '改好了' : '登记好了,对接台会推荐它', resourcesPath(centreId))
  }
  return (
    <View>
      <ResourceWhat draft={draft} set={set} errors={errors} />
      <Card title="什么时候">
        <LimitsFields
          value={draft.limits}
          onChange={(limits) => set({ limits })}
          hint="哪几天能来"
          errors={errors}
        />
      </Card>
      <ResourceExtras draft={draft} set={set} errors={errors} masked={existing?.contact ?? ''} />
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={existing ? '保存修改' : '登记这项资源'}
        busy={busy}
        disabled={!ready}
        onTap={() => void send()}
      />
    </View>
  )
}
