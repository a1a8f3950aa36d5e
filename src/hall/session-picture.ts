import type { Picture } from '../ui/picture'
import { type DigestedSession, sessionDigest } from './session-digest.rule'

const width = 750
const margin = 60
const head = 190
const lineHeight = 64
const red = '#C8102E'

/** The digest of a session as a picture for the group. */
export const sessionPicture = (centreName: string, session: DigestedSession): Picture => {
  const [, ...lines] = sessionDigest(centreName, session).split('\n')
  return {
    width,
    height: head + (lines.length + 1) * lineHeight,
    background: '#FFFDF8',
    frame: red,
    words: [
      {
        text: session.title,
        x: width / 2,
        y: 105,
        size: 44,
        bold: true,
        centre: true,
        colour: red,
        most: 630,
      },
      { text: `${centreName} · 议事会`, x: width / 2, y: 155, size: 28, centre: true },
      ...lines.map((text, at) => ({
        text,
        x: margin,
        y: head + (at + 0.7) * lineHeight,
        size: 30,
        most: width - 2 * margin,
      })),
    ],
  }
}
