import type { Picture } from './picture'

export interface SharePictureProps {
  /** On the button: 「存成图片」. */
  readonly text: string
  readonly draw: () => Picture
}
