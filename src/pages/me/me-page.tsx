import { useState } from 'react'
import { ChooseOne, ChooseSome } from '../../ui/choices'
import { Button } from '../../ui/button'
import { MainButton } from '../../ui/main-button'
import { MomentField } from '../../ui/moment-field'
import { NumberField } from '../../ui/number-field'
import { Page } from '../../ui/page'
import { SelectField } from '../../ui/select-field'
import { Sheet } from '../../ui/sheet'
import { Table } from '../../ui/table'
import { TextField } from '../../ui/text-field'
import { say } from '../../ui/say'

const days = ['一', '二', '三', '四', '五', '六', '日'].map((word, at) => ({ value: at + 1, word }))

export default function MePage() {
  const [text, setText] = useState('')
  const [count, setCount] = useState(2)
  const [some, setSome] = useState<number[]>([1])
  const [one, setOne] = useState(1)
  const [at, setAt] = useState(1763690400000)
  const [open, setOpen] = useState(false)
  return (
    <Page title="我的" sentence="各种部件">
      <TextField label="需求" value={text} onChange={setText} max={300} tall error="请填写" />
      <TextField label="姓名" value={text} onChange={setText} max={20} placeholder="怎么称呼您" />
      <NumberField label="人数" value={count} onChange={setCount} min={1} max={9} />
      <ChooseSome label="星期" choices={days} values={some} onChange={setSome} />
      <ChooseOne label="哪天" choices={days} value={one} onChange={setOne} />
      <SelectField label="选一个" choices={days} value={one} onChange={setOne} />
      <MomentField label="开始" value={at} onChange={setAt} />
      <Table
        columns={[
          { title: '名称', cell: (row) => row.word },
          { title: '数', cell: (row) => row.value, digits: true },
        ]}
        rows={days}
        keyOf={(row) => row.word}
      />
      <Button text="打开" onTap={() => setOpen(true)} />
      <Sheet title="说明" open={open} onClose={() => setOpen(false)}>
        <Button text="知道了" onTap={() => setOpen(false)} />
      </Sheet>
      <MainButton text="报名,还剩 3 个名额" onTap={() => say('已经报上')} />
    </Page>
  )
}
