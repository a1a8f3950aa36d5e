import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { NumberField } from '../../ui/number-field'
import { PickMoment } from '../../ui/picker'
import { Row } from '../../ui/row'
import type { SlotDraft } from '../canteen-draft'
import { slotWords } from '../words'

interface SlotFieldProps {
  slot: SlotDraft
  onChange: (slot: SlotDraft) => void
}

/** One meal of the day: whether there is one, how many portions, until when it can be ordered, when it is served. */
export function SlotField({ slot, onChange }: SlotFieldProps) {
  const word = slotWords[slot.slot]
  const set = (change: Partial<SlotDraft>) => onChange({ ...slot, ...change })
  const time = (label: string, field: 'cutoff' | 'from' | 'to') => (
    <Row
      title={label}
      aside={
        <PickMoment
          label={`${word}${label}`}
          mode="time"
          value={slot[field]}
          onPick={(value) => set({ [field]: value })}
        />
      }
    />
  )
  return (
    <Card title={word}>
      <ChooseOne
        label={`${word}有没有`}
        value={slot.on}
        onChange={(on) => set({ on })}
        choices={[
          { value: true, word: '有' },
          { value: false, word: '没有' },
        ]}
      />
      {slot.on && (
        <>
          <NumberField
            label={`${word}多少份`}
            value={slot.capacity}
            onChange={(capacity) => set({ capacity })}
            min={1}
            max={2000}
          />
          <Note>什么时候截单</Note>
          <ChooseOne
            label={`${word}截单哪天`}
            value={slot.cutoffDaysBefore}
            onChange={(cutoffDaysBefore) => set({ cutoffDaysBefore })}
            choices={[
              { value: 0, word: '当天' },
              { value: 1, word: '前一天' },
              { value: 2, word: '前两天' },
            ]}
          />
          {time('截单', 'cutoff')}
          {time('开餐', 'from')}
          {time('收餐', 'to')}
        </>
      )}
    </Card>
  )
}
