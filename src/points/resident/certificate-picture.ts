import { asInstant, fullDayText, shanghaiDay } from '../../../types/common/time'
import type { Picture } from '../../ui/picture'
import type { Redemption } from '../shown'

const width = 1000
const height = 700
const red = '#C8102E'

/** 荣誉证书 of an honour that was redeemed. */
export const certificatePicture = (redemption: Redemption, centreName: string): Picture => {
  const day = shanghaiDay(asInstant(redemption.at))
  const middle = width / 2
  return {
    width,
    height,
    background: '#FFFDF8',
    frame: red,
    words: [
      { text: '荣誉证书', x: middle, y: 170, size: 84, bold: true, centre: true, colour: red },
      { text: redemption.by, x: middle, y: 290, size: 48, bold: true, centre: true },
      { text: `授予「${redemption.title}」`, x: middle, y: 390, size: 44, centre: true, most: 800 },
      { text: '感谢您和家人为邻里做的每一件好事', x: middle, y: 460, size: 32, centre: true },
      { text: centreName, x: width - 100, y: 580, size: 32, right: true },
      {
        text: fullDayText(day),
        x: width - 100,
        y: 630,
        size: 28,
        right: true,
      },
    ],
  }
}
