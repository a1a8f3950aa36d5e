import {
  cutIntoParts,
  dropDuplicates,
  importedNeed,
  importedResource,
  type NeedRow,
  type ResourceRow,
  sampleOf,
} from '../../cloudfunctions/lists/import.rule'
import { now } from './facts'

const seal = (text: string) => (text === '' ? '' : `sealed ${text}`)
const needRow = (differences: Partial<NeedRow> = {}): NeedRow => ({
  text: '想学用手机',
  source: 'survey',
  person: '王小明',
  building: '3',
  room: '201',
  beneficiary: ['老人'],
  weekdays: [6],
  hours: '09:00-11:00',
  headcount: 2,
  mobilityImpaired: false,
  ...differences,
})
const resourceRow = (differences: Partial<ResourceRow> = {}): ResourceRow => ({
  unit: '银行',
  title: '手机课',
  description: '教手机',
  categories: ['数字助老'],
  audience: ['老人'],
  weekdays: [2],
  hours: '09:00-11:00',
  capacityPerSession: 20,
  sessionsPerMonth: 4,
  homeVisit: false,
  contact: '李娟',
  phone: '13812341234',
  ...differences,
})
const idOfNeed = (differences: Partial<NeedRow>, centreId = 'a.b.c') =>
  importedNeed(centreId, needRow(differences), seal).document._id
const numbered = (count: number, distinct = count) =>
  Array.from({ length: count }, (_, index) => ({
    row: index + 2,
    imported: importedNeed('a.b.c', needRow({ text: `需求 ${index % distinct}` }), seal),
  }))

describe('the same row', () => {
  test.each([
    ['with other spaces and punctuation', { text: ' 想学,用手机。' }, true],
    ['in full width', { person: '王小明 ' }, true],
    ['with other limits', { weekdays: [1], headcount: 9 }, true],
    ['of somebody else', { person: '李四' }, false],
    ['of another flat', { room: '202' }, false],
    ['with other words', { text: '想学跳舞' }, false],
  ])('%s: %j', (_, differences, same) => {
    expect(idOfNeed(differences) === idOfNeed({})).toBe(same)
  })
  test('at another centre is another', () => {
    expect(idOfNeed({}, 'a.b.d')).not.toBe(idOfNeed({}))
  })
})

test('a need keeps its person sealed and masked', () => {
  const { document } = importedNeed('a.b.c', needRow({ lng: 116.5, lat: 23.5 }), seal)
  expect(document).toMatchObject({
    personMasked: '王*明',
    personSealed: 'sealed 王小明',
    addressSealed: 'sealed 3 201',
    location: { lng: 116.5, lat: 23.5 },
    state: 'open',
    by: '',
  })
  expect(importedNeed('a.b.c', needRow({ lng: 116.5 }), seal).document.location).toBeUndefined()
})
test('a resource joins contact and phone, sealed and masked', () => {
  const { document } = importedResource('a.b.c', resourceRow(), seal)
  expect(document).toMatchObject({
    contactSealed: 'sealed 李娟 13812341234',
    contactMasked: '李* 138****1234',
    agreement: '',
    reviewDay: '',
    paused: false,
  })
})
test('rows that are here and rows that repeat are left out', () => {
  const rows = numbered(6, 4)
  const here = new Set([rows[1]?.imported.document._id ?? ''])
  expect(dropDuplicates(rows, here).map(({ row }) => row)).toEqual([2, 4, 5])
})
test('an import is cut into parts of five hundred, at least one', () => {
  const facts = { centreId: 'a.b.c', importId: 'i', at: now }
  const problem = { row: 1, column: '人数', problem: '请填数字' }
  const parts = cutIntoParts(facts, numbered(1001), Array(20).fill(problem))
  expect(
    parts.map(({ _id, rows, problems, parts: all }) => [_id, rows.length, problems.length, all]),
  ).toEqual([
    ['i:0', 500, 20, 3],
    ['i:1', 500, 0, 3],
    ['i:2', 1, 0, 3],
  ])
  expect(cutIntoParts(facts, [], []).length).toBe(1)
  expect(cutIntoParts(facts, [], Array(501).fill(problem)).length).toBe(2)
  const worst = cutIntoParts(facts, [], Array(120_000).fill(problem))
  expect(worst.length).toBe(100)
  expect(worst.flatMap(({ problems }) => problems).length).toBe(120_000)
})
test('the preview says what a row is', () => {
  expect(sampleOf({ row: 2, imported: importedNeed('a.b.c', needRow(), seal) })).toEqual({
    row: 2,
    title: '想学用手机',
    detail: '老人 · 周六 · 09:00-11:00 · 2人',
  })
  expect(sampleOf({ row: 3, imported: importedResource('a.b.c', resourceRow(), seal) }).title).toBe(
    '银行 手机课',
  )
})
