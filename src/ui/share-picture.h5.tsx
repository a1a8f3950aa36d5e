import { Button } from './button'
import { drawPicture } from './picture'
import type { SharePictureProps } from './share-picture.port'

/** A button that draws a picture and downloads it. */
export function SharePicture({ text, draw }: SharePictureProps) {
  const save = () => {
    const canvas = document.createElement('canvas')
    drawPicture(canvas, draw())
    const link = document.createElement('a')
    link.href = canvas.toDataURL('image/png')
    link.download = `${text}.png`
    link.click()
  }
  return <Button text={text} onTap={save} />
}
