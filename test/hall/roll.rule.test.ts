import {
  firstHouseholdAt,
  householdRow,
  ownersChange,
  personRow,
  rollIdOf,
} from '../../cloudfunctions/hall/ballot/roll.rule'
import { ballotRow, centreId, homeRow, rollRow, voterRow } from './ballot-rows'

const ballot = ballotRow('b', { state: 'draft', unit: 'area' })
const homeAt = (door: { building: string; room: string }) => firstHouseholdAt(centreId, door)
const door = (room: string, building = '5') => ({ building, room })
const change = (
  written: Parameters<typeof ownersChange>[1],
  there: Parameters<typeof ownersChange>[3] = [],
) => ownersChange(ballot, written, homeAt, there)

test('a row is named by ballot, version of the roll and whose it is', () => {
  const ids = [
    rollIdOf(ballot, 'home'),
    rollIdOf(ballot, 'other'),
    rollIdOf({ ...ballot, rollVersion: 2 }, 'home'),
    rollIdOf({ ...ballot, _id: 'c' }, 'home'),
  ]
  expect(new Set(ids).size).toBe(4)
  expect(rollIdOf(ballot, 'home')).toBe(ids[0])
})

test('a household’s row has its door, a person’s the masked name, neither an area', () => {
  const home = homeRow('301')
  expect(householdRow(ballot, home)).toMatchObject({
    doors: [home._id],
    person: '',
    title: '5栋 301',
    area: 0,
  })
  const resident = voterRow('wang', home, { nameMasked: '王*明' })
  expect(personRow(ballot, resident)).toMatchObject({
    doors: [],
    person: 'wang',
    title: '王*明(5栋 301)',
    area: 0,
  })
})

test('a door is the household that stands behind it, however it is written', () => {
  expect(homeAt(door('301室', '5号楼'))).toBe(homeRow('301')._id)
})

describe('owners’ rows', () => {
  test('are one for each owner, with all doors named', () => {
    const wanted = change([
      { doors: [door('301'), door('302'), door('1', '6')], area: 270_00 },
      { doors: [door('303')], area: 90_00 },
    ])
    expect(wanted).toMatchObject({
      added: [{ title: '5栋 301、302 6栋 1', building: '5栋', area: 27_000 }, { title: '5栋 303' }],
      areas: [],
      gain: { votes: 2, area: 36_000 },
    })
  })

  const there = [
    rollRow('b', [homeRow('301'), homeRow('302')], { area: 180_00 }),
    rollRow('b', [homeRow('303')], { area: 90_00 }),
  ]
  test('correct the area of the same doors, in whatever order', () => {
    expect(change([{ doors: [door('302'), door('301')], area: 170_00 }], there)).toEqual({
      added: [],
      areas: [{ _id: there[0]?._id, area: 170_00 }],
      gain: { votes: 0, area: -10_00 },
    })
  })
  test('that are there already change nothing', () => {
    expect(change([{ doors: [door('303')], area: 90_00 }], there)).toEqual({
      added: [],
      areas: [],
      gain: { votes: 0, area: 0 },
    })
  })
  test.each([
    ['a door of somebody else’s row', [{ doors: [door('301')], area: 1 }]],
    ['two rows’ doors in one', [{ doors: [door('302'), door('301'), door('303')], area: 1 }]],
    ['one door twice in a row', [{ doors: [door('9'), door('9号')], area: 1 }]],
    [
      'one door in two rows',
      [
        { doors: [door('9')], area: 1 },
        { doors: [door('9'), door('10')], area: 1 },
      ],
    ],
  ])('with %s are refused', (_what, written) => {
    expect(change(written, there)).toMatchObject({ refused: 'HALL.DOOR_TWICE' })
  })
})
