import {
  checkUnder,
  endedSelf,
  isOnlyRelative,
  isSelf,
  routeUnder,
} from '../../cloudfunctions/canteen/leaving.rule'
import { asInstant } from '../../types/common/time'

const kin = (who: string, relation = '女儿') => ({ who, nameMasked: '王**', relation })
const member = (_id: string, householdId: string) => ({ _id, householdId })

describe('somebody is the only relative of a diner', () => {
  test.each([
    ['alone in the family', [kin('me')], '', [], true],
    ['alone in the family and the household', [kin('me')], 'h', [member('me', 'h')], true],
    ['in the household only', [], 'h', [member('me', 'h')], true],
    ['beside another relative', [kin('me'), kin('other')], '', [], false],
    ['beside another member of the household', [kin('me')], 'h', [member('other', 'h')], false],
    ['whatever other households are', [kin('me')], 'h', [member('other', 'i')], true],
    ['where the diner has no household', [kin('me')], '', [member('other', '')], true],
  ])('%s, or not', (_how, family, householdId, members, alone) => {
    expect(isOnlyRelative('me', { family, householdId }, members)).toBe(alone)
  })
})

test('only 本人 is a diner by oneself', () => {
  expect(isSelf('me', { family: [kin('me', '本人')] })).toBe(true)
  expect(isSelf('me', { family: [kin('me', '本人'), kin('other')] })).toBe(true)
  expect(isSelf('me', { family: [kin('me')] })).toBe(false)
  expect(isSelf('me', { family: [kin('other', '本人'), kin('me')] })).toBe(false)
})

test('of a diner who left nothing sealed stays, and nobody orders', () => {
  expect(endedSelf).toMatchObject({ state: 'ended', nameSealed: '', birthSealed: '', phoneSealed: '' })
  expect(endedSelf).toMatchObject({ phoneMasked: '', family: [], careTags: [], deliveryUntil: '' })
  expect(Object.values(endedSelf.emergency ?? {}).join('')).toBe('')
  expect(endedSelf).not.toHaveProperty('nameMasked')
})

const at = asInstant(1)
const tick = (by: string, courier: string) => ({
  ...{ key: `${by}${courier}`, dinerId: 'd', outcome: 'delivered' as const, at, receivedAt: at },
  ...{ by, byMasked: '何**', courier, courierMasked: '何**', householdId: 'h', homeId: 'c', note: '' },
})
const line = (courier: string) => ({
  ...{ courier, courierMasked: '何**', householdId: 'h', homeId: 'c', stops: 1, points: 2 },
})

test('a route keeps its masked names and points under the alias, and others as they are', () => {
  const route = {
    courier: 'me',
    former: [
      { who: 'me', until: at, requestKey: 'r' },
      { who: 'li', until: at, requestKey: 's' },
    ],
    ticks: [tick('me', 'me'), tick('staff', 'me'), tick('li', 'li')],
    credits: [line('me'), line('li')],
  }
  const under = routeUnder(route, 'me', 'gone')
  expect(under.courier).toBe('gone')
  expect(under.former.map(({ who }) => who)).toEqual(['gone', 'li'])
  expect(under.ticks.map(({ by, courier }) => [by, courier])).toEqual([
    ['gone', 'gone'],
    ['staff', 'gone'],
    ['li', 'li'],
  ])
  expect(under.credits).toEqual([line('gone'), line('li')])
  expect(under.ticks.map(({ byMasked, householdId }) => [byMasked, householdId])).toEqual(
    route.ticks.map(({ byMasked, householdId }) => [byMasked, householdId]),
  )
})

test('an alarm changes only where somebody stood', () => {
  const note = (by: string) => ({ key: by, at, by, byMasked: '何**', text: '敲了门' })
  const check = { by: 'me', to: 'staff', notes: [note('staff'), note('me')] }
  expect(checkUnder(check, 'me', 'gone')).toEqual({ by: 'gone', 'notes.1.by': 'gone' })
  expect(checkUnder({ ...check, by: 'li', to: 'me' }, 'me', 'gone')).toEqual({
    to: 'gone',
    'notes.1.by': 'gone',
  })
  expect(checkUnder(check, 'stranger', 'gone')).toEqual({})
})
