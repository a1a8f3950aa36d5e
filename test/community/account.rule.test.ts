import { aliasOf, whyNotDeleted } from '../../cloudfunctions/community/account.rule'
import { newResident } from '../../cloudfunctions/community/resident.row'

const resident = newResident('somebody', {})
const officer = newResident('officer', { roles: [{ centreId: 'a', role: 'officer' }] })
const right = { own: '王小明', written: '王小明' }

test.each([
  ['whoever writes their name is', resident, right, false, false, undefined],
  [
    'a wrong name is no yes, and',
    resident,
    { ...right, written: '王大明' },
    true,
    true,
    'COMMUNITY.WRONG_NAME',
  ],
  ['who holds a role', officer, right, true, true, 'COMMUNITY.HOLDS_ROLE'],
  ['who is expected somewhere', resident, right, true, true, 'COMMUNITY.STILL_EXPECTED'],
  ['whom an elder still needs', resident, right, false, true, 'COMMUNITY.LAST_RELATIVE'],
] as const)('%s deleted, or not', (_who, row, names, isExpected, isNeeded, code) => {
  expect(whyNotDeleted(row, names, { isExpected, isNeeded })?.refused).toBe(code)
})

test('an alias has the form of an openid', () => {
  expect(aliasOf('0123abc')).toBe('gone-0123abc')
})
