import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useId, useState } from 'react'
import { Button } from './button'
import { drawPicture, showPicture } from './picture'
import { say } from './say'
import type { SharePictureProps } from './share-picture.port'
import './share-picture.scss'

/** A button that draws a picture on a canvas outside the screen and shows it, to be kept or forwarded. */
export function SharePicture({ text, draw }: SharePictureProps) {
  const id = `picture${useId().replace(/\W/g, '')}`
  const [busy, setBusy] = useState(false)
  const save = () => {
    setBusy(true)
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .node(async ({ node }) => {
        try {
          const canvas = node as Taro.Canvas
          drawPicture(canvas, draw())
          const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png' })
          showPicture(tempFilePath)
        } catch {
          say('图片没有画成,请再试一次')
        } finally {
          setBusy(false)
        }
      })
      .exec()
  }
  return (
    <View>
      <Button text={text} busy={busy} onTap={save} />
      <Canvas type="2d" id={id} canvasId={id} className="share-picture__canvas" aria-hidden />
    </View>
  )
}
