import { View } from '@tarojs/components'
import { cloud } from '../cloud/cloud'
import { usePhoto } from '../cloud/use-photo'
import { Button } from './button'
import { Field } from './field'
import './photos-field.scss'
import { Photo } from './photo'
import { RefusalNotice } from './refusal-notice'

interface PhotosFieldProps {
  label: string
  /** File ids in the cloud's storage. */
  value: readonly string[]
  onChange: (fileIds: string[]) => void
  /** At most this many. */
  most?: number
}

/** A few photos, one tap each; any of them can be taken out again. */
export function PhotosField({ label, value, onChange, most = 6 }: PhotosFieldProps) {
  const { pick, busy, refusal } = usePhoto(
    (photo) => cloud.uploadFile(photo),
    (fileId) => onChange([...value, fileId]),
  )
  return (
    <Field label={label}>
      {value.map((fileId, at) => (
        <View key={fileId} className="photos-field__one">
          <Photo
            fileId={fileId}
            mode="aspectFill"
            className="photos-field__photo"
            label={`第 ${at + 1} 张`}
          />
          <Button
            text="去掉"
            label={`去掉第 ${at + 1} 张`}
            onTap={() => onChange(value.filter((one) => one !== fileId))}
          />
        </View>
      ))}
      {value.length < most && (
        <Button
          text={value.length === 0 ? '拍一张或选一张' : '再加一张'}
          busy={busy}
          onTap={() => void pick()}
        />
      )}
      <RefusalNotice refusal={refusal} />
    </Field>
  )
}
