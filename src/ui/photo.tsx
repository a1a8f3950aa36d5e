import { Image } from '@tarojs/components'
import { cloud } from '../cloud/cloud'

interface PhotoProps {
  /** File id in the cloud's storage. */
  fileId: string
  /** What is on it, for who cannot see it. */
  label: string
  /** As wide as there is room, whole; or cut to the shape `className` gives it. */
  mode?: 'widthFix' | 'aspectFill'
  className?: string
}

/** A photo out of the cloud's storage. */
export function Photo({ fileId, label, mode = 'widthFix', className }: PhotoProps) {
  return (
    <Image
      src={cloud.pictureOf(fileId)}
      mode={mode}
      aria-label={label}
      lazyLoad
      {...(className && { className })}
    />
  )
}
