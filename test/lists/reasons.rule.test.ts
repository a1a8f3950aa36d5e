import fc from 'fast-check'
import type { Feasibility } from '../../cloudfunctions/lists/matching/feasibility.rule'
import type { MatchableResource } from '../../cloudfunctions/lists/matching/matchable'
import { sayObstacles, sayReasons, sayWeekdays } from '../../cloudfunctions/lists/matching/reasons.rule'

const resource: MatchableResource = {
  id: 'r',
  unit: '巧妇互助社',
  title: '上门做饭',
  description: '',
  categories: ['助餐'],
  audience: ['老人', '残疾人'],
  weekdays: [1, 3, 5],
  hours: '10:00-12:30',
  capacityPerSession: 8,
  homeVisit: true,
}

const fitting: Feasibility = {
  audience: 'aimed',
  ageFits: true,
  time: 'fits',
  mobility: 'comes',
  headcountFits: true,
  meters: 812,
}

test.each([
  [[1, 2, 3, 4, 5, 6, 7], '每天'],
  [[1, 2, 3, 4, 5], '周一至周五'],
  [[2, 4], '周二、周四'],
  [[7, 6], '周六、周日'],
  [[3], '周三'],
  [[], '时间另约'],
])('the weekdays %j are said as %s', (weekdays, said) => {
  expect(sayWeekdays(weekdays)).toBe(said)
})

test('reasons name the service, the people, the visit, the time and the distance', () => {
  expect(sayReasons(resource, fitting, ['上门做饭'])).toEqual([
    '能做：上门做饭',
    '对象符合（老人、残疾人）',
    '可上门',
    '时间合适（周一、周三、周五 10:00—12:30）',
    '800 米',
  ])
  expect(sayObstacles(resource, fitting)).toEqual([])
})

test('every broken limit is said as an obstacle', () => {
  const broken: Feasibility = {
    audience: 'closed',
    ageFits: false,
    time: 'wrong-days',
    mobility: 'cannot',
    headcountFits: false,
  }
  expect(sayObstacles(resource, broken)).toEqual([
    '日子对不上：周一、周三、周五 10:00—12:30',
    '仅面向老人、残疾人',
    '年龄不在服务范围',
    '不能上门',
    '每次最多 8 人',
  ])
})

test('a distance is never said as nought', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 30_000, noNaN: true }), (meters) => {
      const said = sayReasons(resource, { ...fitting, meters }, []).at(-1)
      expect(said).toMatch(/^([1-9]\d{2} 米|\d+\.\d 公里)$/)
    }),
  )
})
