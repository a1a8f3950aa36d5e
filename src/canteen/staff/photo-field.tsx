import { cloud } from '../../cloud/cloud'
import { usePhoto } from '../../cloud/use-photo'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Photo } from '../../ui/photo'
import { RefusalNotice } from '../../ui/refusal-notice'

interface PhotoFieldProps {
  /** File id in the cloud's storage; empty when there is none. */
  value: string
  onChange: (fileId: string) => void
}

/** A photo of the food. */
export function PhotoField({ value, onChange }: PhotoFieldProps) {
  const { pick, busy, refusal } = usePhoto((photo) => cloud.uploadFile(photo), onChange)
  return (
    <Field label="照片(可以不放)">
      {value !== '' && <Photo fileId={value} label="菜的照片" />}
      <Button text={value === '' ? '拍一张或选一张' : '换一张'} busy={busy} onTap={() => void pick()} />
      <RefusalNotice refusal={refusal} />
    </Field>
  )
}
