import fc from 'fast-check'
import { needRow, resourceRow } from '../../cloudfunctions/lists/import.rule'
import { needColumns, resourceColumns } from '../../cloudfunctions/lists/sheet/columns.rule'
import { checkSheet, findHeader } from '../../cloudfunctions/lists/sheet/rows.rule'

const needs = (rows: unknown[][], from = 1) => checkSheet(rows, from, needColumns, needRow)
const header = ['需求内容', '服务对象', '星期', '时间', '人数']

test('a good row passes, an empty one is passed over', () => {
  const sheet = needs([
    header,
    ['想学手机', '老人', '周六', '9:00-11:00', 2],
    ['', null, '', '', ''],
    ['要人陪'],
  ])
  expect(sheet).toMatchObject({
    bad: 0,
    problems: [],
    good: [
      { row: 2, facts: { text: '想学手机', weekdays: [6], hours: '09:00-11:00', headcount: 2 } },
      { row: 4, facts: { text: '要人陪', beneficiary: ['全体居民'], headcount: 1, source: 'survey' } },
    ],
  })
})
test('every problem of a row is named by row and column', () => {
  const sheet = needs([header, ['', '神仙', '周八', '上午', -3]])
  expect(sheet?.bad).toBe(1)
  expect(sheet?.problems.map(({ row, column }) => [row, column])).toEqual(
    expect.arrayContaining(header.map((column) => [2, column])),
  )
  expect(sheet?.problems).toContainEqual({ row: 2, column: '需求内容', problem: '请填写' })
  expect(sheet?.problems).toContainEqual({ row: 2, column: '人数', problem: '不能少于 1' })
})
test('a column is called as the sheet calls it', () => {
  expect(
    needs([
      ['诉求', '周几'],
      ['想学', '周九'],
    ])?.problems,
  ).toMatchObject([{ column: '周几' }])
})
test('a title above the header is passed over and rows keep their numbers', () => {
  const sheet = needs([['金桂社区需求汇总'], [], header, ['想学手机']])
  expect(sheet?.good).toMatchObject([{ row: 4 }])
})
test('a sheet without the needed column is not recognised', () => {
  expect(
    needs([
      ['姓名', '电话'],
      ['王', '1'],
    ]),
  ).toBeUndefined()
  expect(needs([])).toBeUndefined()
  expect(findHeader([['单位', '说明']], resourceColumns)).toBeUndefined()
})
test('a resource row needs its facts', () => {
  const rows = [
    ['单位', '名称', '说明', '类别', '对象', '星期', '时间', '每场人数', '每月场次', '上门', '复核日期'],
    ['银行', '手机课', '教手机', '数字助老', '老人', '周二', '9-11', 20, 4, '否', '2027/1/1'],
    ['银行', '', '', '', '', '', '', '', '', '', '明年'],
  ]
  const sheet = checkSheet(rows, 1, resourceColumns, resourceRow)
  expect(sheet?.good).toMatchObject([{ facts: { homeVisit: false, reviewDay: '2027-01-01' } }])
  expect(new Set(sheet?.problems.map(({ column }) => column))).toEqual(
    new Set(['名称', '说明', '类别', '对象', '星期', '时间', '每场人数', '每月场次', '复核日期']),
  )
})
test('a formula is text like any other', () => {
  expect(needs([header, ['=HYPERLINK("x")', '老人']])?.good).toMatchObject([
    { facts: { text: '=HYPERLINK("x")' } },
  ])
})
test('every row below the header is good, bad or empty, and nothing throws', () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('老人'))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }), (rows) => {
      const sheet = needs([header, ...rows])
      const filled = rows.filter((row) => row.some((one) => one !== null && String(one).trim() !== ''))
      if (!sheet) return
      // a row of cells may itself name more columns than the header does only if it is a header
      expect(sheet.good.length + sheet.bad).toBe(filled.length)
      expect(new Set(sheet.problems.map(({ row }) => row)).size).toBe(sheet.bad)
    }),
  )
})
