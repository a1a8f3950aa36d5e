import fc from 'fast-check'
import { inParts, pastedRoll } from '../../src/hall/roll-lines.rule'

const door = (building: string, room: string) => ({ building, room })

test('rows of Excel are owners, a header and empty lines are passed over', () => {
  const text = '楼栋\t房号\t面积\t业主\n5栋\t2-301\t89.5\t\r\n\n5栋\t2-302\t120㎡\t\n'
  expect(pastedRoll(text)).toEqual({
    owners: [
      { doors: [door('5栋', '2-301')], area: 89_50 },
      { doors: [door('5栋', '2-302')], area: 120_00 },
    ],
    wrong: [],
  })
})

test('units with the same mark are one owner with the area of all', () => {
  const { owners, wrong } = pastedRoll('5栋 301 90 甲\n5栋 302 90\n6栋 101 80.25 甲')
  expect(wrong).toEqual([])
  expect(owners).toEqual([
    { doors: [door('5栋', '301'), door('6栋', '101')], area: 170_25 },
    { doors: [door('5栋', '302')], area: 90_00 },
  ])
})

test('lines that cannot be read are named by number, the others are read', () => {
  const { owners, wrong } = pastedRoll('5栋 301 90\n5栋 302\n5栋 303 约90\n5栋 304 0\n5/栋 305 90')
  expect(owners).toHaveLength(1)
  expect(wrong).toEqual([
    { line: 2, why: '面积不对' },
    { line: 3, why: '面积不对' },
    { line: 4, why: '面积不对' },
    { line: 5, why: '楼栋或房号不对' },
  ])
})

test('one owner has at most twenty units', () => {
  const text = Array.from({ length: 21 }, (_one, n) => `5栋 ${n + 1} 10 甲`).join('\n')
  const { owners, wrong } = pastedRoll(text)
  expect([owners[0]?.doors.length, wrong]).toEqual([20, [{ line: 21, why: '同一业主的房太多' }]])
})

test('no area is lost and no line is read twice', () => {
  const line = fc.record({
    room: fc.integer({ min: 1, max: 9999 }),
    area: fc.integer({ min: 1, max: 200_00 }),
    mark: fc.constantFrom('', '甲', '乙'),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
      const text = lines
        .map(
          ({ room, area, mark }) =>
            `5栋\t${room}\t${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')}\t${mark}`,
        )
        .join('\n')
      const { owners, wrong } = pastedRoll(text)
      expect(wrong).toEqual([])
      expect(owners.reduce((sum, { area }) => sum + area, 0)).toBe(
        lines.reduce((sum, { area }) => sum + area, 0),
      )
      expect(owners.flatMap(({ doors }) => doors)).toHaveLength(lines.length)
    }),
  )
})

test('a long roll is sent in parts', () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inParts([], 2)).toEqual([])
})
