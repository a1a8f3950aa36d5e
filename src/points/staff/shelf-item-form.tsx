import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { MainButton } from '../../ui/main-button'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { SlotsField } from './slots-field'
import type { Sponsor } from './stock-card'

type Draft = InputOf<typeof pointsContract, 'saveShelfItem'>
type StaffItem = OutputOf<typeof pointsContract, 'shelfOfStaff'>['rows'][number]

const draftOf = (centreId: string, item?: StaffItem): Draft => ({
  centreId,
  ...(item && { itemId: item.itemId }),
  kind: item?.kind ?? 'goods',
  title: item?.title ?? '',
  description: item?.description ?? '',
  picture: item?.picture ?? '',
  price: item?.price ?? 20,
  limit: item?.limit ?? 0,
  limitPeriod: item?.limitPeriod ?? 'month',
  ...(item?.sponsorId && { sponsorId: item.sponsorId }),
  state: item?.state ?? 'published',
  slots: [],
})

interface ShelfItemFormProps {
  centreId: string
  sponsors: readonly Sponsor[]
  existing?: StaffItem
}

/** What stands on the shelf and for how many points; the times of a service are set when it is put up. */
export function ShelfItemForm({ centreId, sponsors, existing }: ShelfItemFormProps) {
  const { send, busy, refusal } = useWrite(points.saveShelfItem)
  const [draft, setDraft] = useState(() => draftOf(centreId, existing))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const errors = refusal?.fields ?? {}
  const save = async () => {
    if (await send(draft))
      leaveSaying(existing ? '改好了' : '上架了,入库后就能兑', '/points/staff/shelf-manage-page')
  }
  const lacksSlots = !existing && draft.kind === 'service' && draft.slots.length === 0
  return (
    <>
      <Card title={existing ? '修改' : '上架什么'}>
        {!existing && (
          <ChooseOne
            label="类别"
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            choices={[
              { value: 'goods', word: '实物' },
              { value: 'service', word: '服务' },
              { value: 'honour', word: '荣誉' },
            ]}
          />
        )}
        <TextField
          label="名称"
          value={draft.title}
          onChange={(title) => change({ title })}
          max={40}
          error={errors.title}
        />
        <TextField
          label="说明(可以不填)"
          value={draft.description}
          onChange={(description) => change({ description })}
          max={200}
          tall
        />
        <NumberField
          label="多少积分"
          value={draft.price}
          onChange={(price) => change({ price })}
          min={1}
          max={1_000_000}
        />
        <NumberField
          label="每户最多几件(0 是不限)"
          value={draft.limit}
          onChange={(limit) => change({ limit })}
          min={0}
          max={1000}
        />
        <ChooseOne
          label="限多长时间"
          value={draft.limitPeriod}
          onChange={(limitPeriod) => change({ limitPeriod })}
          choices={[
            { value: 'month', word: '按月算' },
            { value: 'year', word: '按年算' },
          ]}
        />
        {sponsors.length > 0 && (
          <SelectField
            label="哪家赞助的(可以不选)"
            choices={sponsors.map((sponsor) => ({ value: sponsor.sponsorId, word: sponsor.name }))}
            value={draft.sponsorId}
            onChange={(sponsorId) => change({ sponsorId })}
          />
        )}
        {existing && (
          <ChooseOne
            label="在不在架上"
            value={draft.state}
            onChange={(state) => change({ state })}
            choices={[
              { value: 'published', word: '在架上' },
              { value: 'withdrawn', word: '下架' },
            ]}
          />
        )}
      </Card>
      {!existing && draft.kind === 'service' && (
        <SlotsField slots={draft.slots} onChange={(slots) => change({ slots })} />
      )}
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={existing ? '保存修改' : '上架'}
        busy={busy}
        disabled={draft.title.trim() === '' || lacksSlots}
        onTap={() => void save()}
      />
    </>
  )
}
