import Taro from '@tarojs/taro'

/** Words of a picture; `x` is their left end, or their right end with `right`. Sizes in px of the picture. */
export interface PictureWords {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  readonly bold?: boolean
  readonly right?: boolean
  readonly centre?: boolean
  readonly colour?: string
  /** Widest the words may be; what is longer ends in 「…」. */
  readonly most?: number
}

/** A picture of words on one colour, with an optional frame: statements, certificates, rolls. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly background: string
  readonly frame?: string
  readonly words: readonly PictureWords[]
}

interface Canvas2d {
  width: number
  height: number
  getContext(kind: '2d'): unknown
}

const font = "-apple-system, 'PingFang SC', 'Microsoft YaHei', sans-serif"

const fitted = (context: CanvasRenderingContext2D, text: string, most: number | undefined): string => {
  if (most === undefined || context.measureText(text).width <= most) return text
  const letters = [...text]
  while (letters.length > 0 && context.measureText(`${letters.join('')}…`).width > most) letters.pop()
  return `${letters.join('')}…`
}

/** Draws a picture on a canvas of its size. */
export const drawPicture = (canvas: Canvas2d, picture: Picture): void => {
  const { width, height, background, frame, words } = picture
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | null // WeChat's has the same methods
  if (!context) return
  context.fillStyle = background
  context.fillRect(0, 0, width, height)
  if (frame) {
    context.strokeStyle = frame
    context.lineWidth = 6
    context.strokeRect(20, 20, width - 40, height - 40)
  }
  for (const { text, x, y, size, bold, right, centre, colour, most } of words) {
    context.font = `${bold ? 'bold ' : ''}${size}px ${font}`
    context.textAlign = centre ? 'center' : right ? 'right' : 'left'
    context.fillStyle = colour ?? '#1F1B16'
    context.fillText(fitted(context, text, most), x, y)
  }
}

/** Shows pictures over the page, where WeChat and browsers let the user keep or forward them. */
export const showPicture = (url: string): void => void Taro.previewImage({ urls: [url], current: url })
