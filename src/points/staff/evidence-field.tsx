import { cloud } from '../../cloud/cloud'
import { usePhoto } from '../../cloud/use-photo'
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
  const { pick, busy, refusal } = usePhoto((photo) => cloud.keepPhoto(photo), onChange)
  return (
    <Field label="照片">
      <Button text={value ? '已附上,换一张' : '拍一张或选一张'} busy={busy} onTap={() => void pick()} />
      <RefusalNotice refusal={refusal} />
    </Field>
  )
}
