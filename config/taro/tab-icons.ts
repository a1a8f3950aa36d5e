import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** Draws the tab bar's icons (81 × 81 PNG, the size WeChat asks for): `npx tsx config/taro/tab-icons.ts`. */

const SIZE = 81
const STROKE = 3

/** Distance in px from a point to what is drawn. */
type Shape = (x: number, y: number) => number

const line =
  (ax: number, ay: number, bx: number, by: number): Shape =>
  (x, y) => {
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
    const at = Math.min(1, Math.max(0, along))
    return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay))
  }

const circle =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x - cx, y - cy) - radius)

const upperHalf =
  (shape: Shape, cy: number): Shape =>
  (x, y) =>
    y <= cy ? shape(x, y) : Number.POSITIVE_INFINITY

const icons: Record<string, Shape[]> = {
  home: [
    line(12, 40, 40.5, 14),
    line(40.5, 14, 69, 40),
    line(20, 36, 20, 67),
    line(61, 36, 61, 67),
    line(20, 67, 61, 67),
    line(40.5, 50, 40.5, 67),
  ],
  lists: [22, 41, 60].flatMap((y) => [line(14, y, 15, y), line(28, y, 68, y)]),
  points: Array.from({ length: 5 }, (_, at) => {
    const corner = (turn: number) => [40.5 + 30 * Math.sin(turn), 42 - 30 * Math.cos(turn)] as const
    const [ax, ay] = corner((at * 4 * Math.PI) / 5)
    const [bx, by] = corner(((at + 1) * 4 * Math.PI) / 5)
    return line(ax, ay, bx, by)
  }),
  me: [circle(40.5, 27, 13), upperHalf(circle(40.5, 68, 25), 66), line(15.5, 67, 65.5, 67)],
}

function pixels(shapes: Shape[], [red, green, blue]: [number, number, number]): Buffer {
  const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1))
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const distance = Math.min(...shapes.map((shape) => shape(x + 0.5, y + 0.5)))
      const cover = Math.min(1, Math.max(0, STROKE - distance + 0.5))
      rows.set([red, green, blue, Math.round(cover * 255)], y * (SIZE * 4 + 1) + 1 + x * 4)
    }
  return rows
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const folder = join(__dirname, '..', '..', 'src', 'assets')
for (const [name, shapes] of Object.entries(icons)) {
  writeFileSync(join(folder, `tab-${name}.png`), png(pixels(shapes, [0x5a, 0x53, 0x4b])))
  writeFileSync(join(folder, `tab-${name}-on.png`), png(pixels(shapes, [0xc8, 0x10, 0x2e])))
}
