import { dayText } from '../../../types/common/time'
import { monthText } from '../../ui/month-switch'
import type { Picture } from '../../ui/picture'
import type { MyPassbook } from '../shown'
import { signed } from '../words'

const width = 750
const margin = 48
const head = 220
const lineHeight = 76
const mostLines = 40

/** A month of the passbook as a picture: the door, each line with its running balance, the sum at the end. */
export const statementPicture = (statement: MyPassbook): Picture => {
  const lines = statement.lines.slice(-mostLines)
  const right = width - margin
  return {
    width,
    height: head + (lines.length + 2) * lineHeight,
    background: '#FFFFFF',
    words: [
      { text: '积分存折', x: margin, y: 84, size: 44, bold: true },
      {
        text: `${statement.building} ${statement.room} · ${monthText(statement.month)}`,
        x: margin,
        y: 140,
        size: 30,
      },
      { text: `月初余额 ${statement.opening}`, x: margin, y: head - 20, size: 28 },
      ...lines.flatMap((line, at) => {
        const y = head + (at + 0.7) * lineHeight
        return [
          { text: `${dayText(line.day)} ${line.reason}`, x: margin, y, size: 28, most: 420 },
          { text: signed(line.points), x: right - 130, y, size: 28, right: true, bold: true },
          { text: String(line.balance), x: right, y, size: 28, right: true },
        ]
      }),
      {
        text: `余额 ${statement.closing}`,
        x: right,
        y: head + (lines.length + 1) * lineHeight,
        size: 34,
        right: true,
        bold: true,
      },
    ],
  }
}
