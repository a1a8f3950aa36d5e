import fc from 'fast-check'
import { buildingName, doorOf, doorOrder, roomName } from '../../cloudfunctions/_kit/door.rule'

describe('a building', () => {
  test.each([
    ['3', '3栋'],
    ['3栋', '3栋'],
    ['3号楼', '3栋'],
    ['3幢', '3栋'],
    ['3#', '3栋'],
    ['03', '3栋'],
    ['３栋', '3栋'],
    ['a座', 'A座'],
    ['东苑2栋', '东苑2栋'],
    ['0', '0栋'],
  ])('written %s is %s', (written, stored) => {
    expect(buildingName(written)).toBe(stored)
  })
})

describe('a room', () => {
  test.each([
    ['301', '301'],
    ['301室', '301'],
    ['３０１号', '301'],
    ['2单元301室', '2单元301'],
    ['2-301', '2-301'],
    ['b1', 'B1'],
    ['门房', '门房'],
  ])('written %s is %s', (written, stored) => {
    expect(roomName(written)).toBe(stored)
  })
})

describe('a door', () => {
  const text = fc.stringMatching(/^[\p{Script=Han}0-9A-Za-z#-]{1,20}$/u)

  test('whose building is written as it is stored stays where it is', () => {
    fc.assert(
      fc.property(text, (building) => {
        expect(buildingName(buildingName(building))).toBe(buildingName(building))
      }),
    )
  })

  test('has an order that fits a cursor', () => {
    fc.assert(
      fc.property(text, text, (building, room) => {
        expect(doorOrder(doorOf(building, room), 'f'.repeat(24)).length).toBeLessThanOrEqual(120)
      }),
    )
  })

  test('is counted as people count', () => {
    const doors = [
      doorOf('10', '101'),
      doorOf('2', '1201'),
      doorOf('2', '301'),
      doorOf('10', '2-101'),
      doorOf('10', '1-1001'),
    ]
    const sorted = doors.map((door) => ({ door, order: doorOrder(door, 'f'.repeat(24)) }))
    sorted.sort((a, b) => (a.order < b.order ? -1 : 1))
    expect(sorted.map(({ door }) => `${door.building}${door.room}`)).toEqual([
      '2栋301',
      '2栋1201',
      '10栋1-1001',
      '10栋2-101',
      '10栋101',
    ])
  })
})
