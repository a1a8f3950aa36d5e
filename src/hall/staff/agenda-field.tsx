import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { NumberField } from '../../ui/number-field'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { type AboutMatter, type ItemDraft, withItem } from './session-draft'

const mostItems = 10
const mostWords = 14

interface AgendaFieldProps {
  items: readonly ItemDraft[]
  /** Matters an item can be about. */
  matters: readonly AboutMatter[]
  onChange: (items: readonly ItemDraft[]) => void
}

/** 议程: what is talked about, how long, and which matter's story it belongs to. */
export function AgendaField({ items, matters, onChange }: AgendaFieldProps) {
  const choices = [
    { value: '', word: '不属于哪件议题' },
    ...matters.map(({ matterId, text }) => ({ value: matterId, word: text.slice(0, mostWords) })),
  ]
  const change = (id: number, part: Partial<ItemDraft>) =>
    onChange(items.map((item) => (item.id === id ? { ...item, ...part } : item)))
  return (
    <>
      {items.map(({ id, title, minutes, matterId }, at) => (
        <Card key={id} title={`议程第 ${at + 1} 项`}>
          <TextField
            label={`第 ${at + 1} 项议什么`}
            value={title}
            onChange={(value) => change(id, { title: value })}
            max={60}
          />
          <NumberField
            label={`第 ${at + 1} 项几分钟`}
            value={minutes}
            onChange={(value) => change(id, { minutes: value })}
            min={1}
            max={240}
          />
          <SelectField
            label={`第 ${at + 1} 项是哪件议题`}
            choices={choices}
            value={matterId}
            onChange={(value) => change(id, { matterId: value })}
          />
          {items.length > 1 && (
            <Button
              text="去掉这一项"
              label={`去掉这一项,议程第 ${at + 1} 项`}
              kind="quiet"
              onTap={() => onChange(items.filter((item) => item.id !== id))}
            />
          )}
        </Card>
      ))}
      <Button
        text="再加一项议程"
        disabled={items.length >= mostItems}
        onTap={() => onChange(withItem(items))}
      />
    </>
  )
}
