import type { OutputOf } from '../../../types/common/contract'
import type { pointsContract } from '../../../types/points.contract'
import type { Picture } from '../../ui/picture'

const width = 750
const margin = 60
const head = 220
const lineHeight = 72
const mostRows = 20
const red = '#C8102E'

/** The roll as a picture for the group. */
export const honourPicture = (
  roll: OutputOf<typeof pointsContract, 'honourRoll'>,
  centreName: string,
): Picture => {
  const rows = roll.rows.slice(0, mostRows)
  return {
    width,
    height: head + (rows.length + 1) * lineHeight,
    background: '#FFFDF8',
    frame: red,
    words: [
      { text: '荣誉榜', x: width / 2, y: 110, size: 60, bold: true, centre: true, colour: red },
      { text: `${centreName} · ${roll.period}`, x: width / 2, y: 165, size: 30, centre: true },
      ...rows.flatMap(({ place, household, points }, at) => {
        const y = head + (at + 0.6) * lineHeight
        return [
          { text: `${place}`, x: margin, y, size: 34, bold: true },
          { text: household, x: margin + 80, y, size: 34, most: 380 },
          { text: `${points} 分`, x: width - margin, y, size: 34, right: true },
        ]
      }),
    ],
  }
}
