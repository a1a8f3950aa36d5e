import { defaultSettings, settingsOf } from '../../cloudfunctions/points/settings.rule'

const set = (_id: string, noticeDays: number) => ({
  _id,
  noticeDays,
  pickupHours: 24,
  pickupPlace: '一楼',
  openingTimes: '周六',
  expireAfterYears: 2,
})
const [district, street, community] = [set('a', 1), set('a.bbb', 2), set('a.bbb.c', 3)]

test('where nobody set anything the settings work', () => {
  expect(settingsOf([])).toBe(defaultSettings)
  expect(settingsOf(undefined)).toBe(defaultSettings)
  expect(defaultSettings).toEqual({
    noticeDays: 7,
    pickupHours: 72,
    pickupPlace: '社区党群服务中心',
    openingTimes: '以社区通知为准',
    expireAfterYears: 0,
  })
})

test('what a centre set holds', () => {
  const { _id, ...own } = community
  expect(settingsOf([community])).toEqual(own)
})

test.each([
  ['its own', [district, community, street], 3],
  ["its street's", [district, street], 2],
  ["its district's", [district], 1],
] as const)('a centre goes by %s before what is set further above', (_whose, rows, noticeDays) => {
  expect(settingsOf(rows).noticeDays).toBe(noticeDays)
})
