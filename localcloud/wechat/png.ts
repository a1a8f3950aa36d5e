import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A black-and-white PNG of `cells` (true: black), at least `width` pixels wide, every cell the same size. */
export const drawPng = (cells: readonly (readonly boolean[])[], width: number): Buffer => {
  const scale = Math.max(1, Math.ceil(width / cells.length))
  const size = cells.length * scale
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header[8] = 8
  const rows = cells.map((row) => {
    const line = Buffer.alloc(size + 1, 255)
    line[0] = 0
    row.forEach((black, column) => {
      if (black) line.fill(0, 1 + column * scale, 1 + (column + 1) * scale)
    })
    return Buffer.concat(Array.from({ length: scale }, () => line))
  })
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
