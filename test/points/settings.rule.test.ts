import { defaultSettings, settingsOf } from '../../cloudfunctions/points/settings.rule'

test('a centre that set nothing has settings that work', () => {
  expect(settingsOf(undefined)).toBe(defaultSettings)
  expect(defaultSettings).toMatchObject({ noticeDays: 7, pickupHours: 72, expireAfterYears: 0 })
})

test('what a centre set holds', () => {
  const set = {
    noticeDays: 3,
    pickupHours: 24,
    pickupPlace: '一楼',
    openingTimes: '周六',
    expireAfterYears: 2,
  }
  expect(settingsOf({ _id: 'a.b', ...set })).toEqual(set)
})
