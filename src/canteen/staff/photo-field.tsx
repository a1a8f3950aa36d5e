import { Image } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '../../cloud/cloud'
import { asRefusal, type Refusal } from '../../cloud/refusal'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { RefusalNotice } from '../../ui/refusal-notice'

interface PhotoFieldProps {
  /** File id in the cloud's storage; empty when there is none. */
  value: string
  onChange: (fileId: string) => void
}

/** A photo of the food. */
export function PhotoField({ value, onChange }: PhotoFieldProps) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const pick = async () => {
    setRefusal(undefined)
    const photo = await cloud.pickPhoto()
    if (!photo) return
    setBusy(true)
    try {
      onChange(await cloud.uploadFile(photo))
    } catch (thrown) {
      setRefusal(asRefusal(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Field label="照片(可以不放)">
      {value !== '' && <Image src={value} mode="widthFix" aria-label="菜的照片" />}
      <Button text={value === '' ? '拍一张或选一张' : '换一张'} busy={busy} onTap={() => void pick()} />
      <RefusalNotice refusal={refusal} />
    </Field>
  )
}
