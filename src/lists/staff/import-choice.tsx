import { View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '../../cloud/cloud'
import type { PickedFile } from '../../cloud/cloud.port'
import { asRefusal, type Refusal } from '../../cloud/refusal'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { PasteRows } from './paste-rows'
import type { Preview } from './rows'

type Kind = 'need' | 'resource'

/** A sheet that was read and checked. */
export interface Chosen {
  readonly kind: Kind
  readonly fileName: string
  readonly preview: Preview
}

const columns: Readonly<Record<Kind, string>> = {
  need: '需求内容、来源、服务对象、星期、时间、人数、行动不便、姓名、楼栋、房号',
  resource: '单位、资源名称、内容、类别、服务对象、星期、时间、每次人数、每月次数、可上门、联系人',
}

interface ImportChoiceProps {
  centreId: string
  onChosen: (chosen: Chosen) => void
}

/** Needs or resources, and where the rows come from. */
export function ImportChoice({ centreId, onChosen }: ImportChoiceProps) {
  const [kind, setKind] = useState<Kind>('need')
  const [uploading, setUploading] = useState(false)
  const [failed, setFailed] = useState<Refusal>()
  const read = useWrite(lists.previewImport)
  const busy = uploading || read.busy

  const check = async (file: PickedFile) => {
    setUploading(true)
    setFailed(undefined)
    try {
      const fileId = await cloud.uploadFile(file)
      const preview = await read.send({ centreId, kind, fileId, fileName: file.name })
      if (preview) onChosen({ kind, fileName: file.name, preview })
    } catch (thrown) {
      setFailed(asRefusal(thrown))
    } finally {
      setUploading(false)
    }
  }
  const pick = async () => {
    const file = await cloud.pickFile(['xlsx', 'csv', 'jsonl'])
    if (file) await check(file)
  }
  return (
    <View>
      <Card title="表格里是什么">
        <ChooseOne
          label="表格里是什么"
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'need', word: '群众需求' },
            { value: 'resource', word: '社区资源' },
          ]}
        />
        <Note>认得这些列:{columns[kind]}。顺序随意,多余的列不影响</Note>
      </Card>
      <Card title="选一个文件">
        <Note>可以是 .xlsx、.csv 或 .jsonl,一次最多 10000 行</Note>
        <Button text="选文件,先看一遍" kind="main" busy={busy} onTap={() => void pick()} />
      </Card>
      <PasteRows busy={busy} onPasted={(file) => void check(file)} />
      <RefusalNotice refusal={failed ?? read.refusal} />
    </View>
  )
}
