import { useState } from 'react'
import { cloud } from '../../cloud/cloud'
import { asRefusal, type Refusal } from '../../cloud/refusal'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { RefusalNotice } from '../../ui/refusal-notice'

/** A photo that shows it was done; kept until the log is sent, also where there is no reception. */
export function EvidenceField({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (kept: string) => void
}) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const pick = async () => {
    setRefusal(undefined)
    const photo = await cloud.pickPhoto()
    if (!photo) return
    setBusy(true)
    try {
      onChange(await cloud.keepPhoto(photo))
    } catch (thrown) {
      setRefusal(asRefusal(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Field label="照片">
      <Button text={value ? '已附上,换一张' : '拍一张或选一张'} busy={busy} onTap={() => void pick()} />
      <RefusalNotice refusal={refusal} />
    </Field>
  )
}
