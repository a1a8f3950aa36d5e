import { View } from '@tarojs/components'
import { useState } from 'react'
import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { deskPath } from '../../lists/paths'
import { leaveSaying } from '../../pages/open'
import { Card } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { TextField } from '../../ui/text-field'
import { type CentreFacts, CentreFields } from './centre-fields'

export const emptyCentre: CentreFacts = { name: '', phone: '', address: '' }

interface CentreFormProps {
  start: CentreFacts
  /** Changes this centre. */
  centreId?: string
  /** Sets up a new one below this. */
  parentId?: string
}

/** Sets up a centre, or changes what residents read about it. */
export function CentreForm({ start, centreId, parentId = '' }: CentreFormProps) {
  const [facts, setFacts] = useState<CentreFacts>({
    name: start.name,
    phone: start.phone,
    address: start.address,
  })
  const [segment, setSegment] = useState('')
  const edit = useWrite(community.editCentre)
  const create = useWrite(community.createCentre)
  const { busy, refusal } = centreId === undefined ? create : edit
  const errors = refusal?.fields ?? {}
  const send = async () => {
    const done =
      centreId === undefined
        ? await create.send({ centreId: parentId, segment, ...facts })
        : await edit.send({ centreId, ...facts })
    if (!done) return
    leaveSaying(centreId === undefined ? `${facts.name}设好了` : '改好了', deskPath)
  }
  return (
    <View>
      <Card>
        {centreId === undefined && (
          <TextField
            label="编号"
            hint="小写字母和数字,例如 jingui"
            max={20}
            value={segment}
            onChange={setSegment}
            error={errors.segment}
          />
        )}
        <CentreFields facts={facts} onChange={setFacts} errors={errors} />
      </Card>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={centreId === undefined ? `设立${facts.name}` : '保存修改'}
        busy={busy}
        disabled={facts.name.trim() === '' || (centreId === undefined && segment === '')}
        onTap={() => void send()}
      />
    </View>
  )
}
