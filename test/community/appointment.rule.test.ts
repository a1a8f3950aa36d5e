import { cannotAppoint } from '../../cloudfunctions/community/appointment.rule'
import type { Role } from '../../types/common/roles'

const holder = (role: Role, centreId: string) => ({ openid: 'me', roles: [{ centreId, role }] })
const found = { centre: true, person: true }
const above = { refused: 'COMMUNITY.ROLE_ABOVE' }

describe('an officer', () => {
  test.each(['volunteer', 'staff', 'secretary', 'officer'] as const)(
    'gives the role %s in the subtree',
    (role) => {
      expect(cannotAppoint(found, holder('officer', 'a'), 'you', role, 'a.b.c')).toBeUndefined()
      expect(cannotAppoint(found, holder('officer', 'a'), 'you', role, 'a')).toBeUndefined()
    },
  )

  test('elsewhere is none', () => {
    const both = {
      openid: 'me',
      roles: [
        { centreId: 'a.x', role: 'officer' },
        { centreId: 'a.b', role: 'secretary' },
      ],
    } as const
    expect(cannotAppoint(found, both, 'you', 'secretary', 'a.b')).toEqual(above)
  })
})

describe('a secretary', () => {
  test.each([
    ['volunteer', undefined],
    ['staff', undefined],
    ['secretary', above],
    ['officer', above],
  ] as const)('giving the role %s is answered', (role, refusal) => {
    expect(cannotAppoint(found, holder('secretary', 'a.b'), 'you', role, 'a.b')).toEqual(refusal)
  })
})

describe('nobody', () => {
  test.each(['officer', 'secretary'] as const)('changes a role of their own, not even as %s', (role) => {
    expect(cannotAppoint(found, holder(role, 'a'), 'me', 'volunteer', 'a')).toEqual({
      refused: 'COMMUNITY.OWN_ROLE',
    })
  })
})

describe('a role', () => {
  const officer = holder('officer', 'a')

  test('at a centre that is not there is not found', () => {
    expect(cannotAppoint({ centre: false, person: false }, officer, 'you', 'staff', 'a.x')).toEqual({
      refused: 'COMMON.NOT_FOUND',
    })
  })

  test('needs a person to hold it', () => {
    expect(cannotAppoint({ centre: true, person: false }, officer, 'you', 'staff', 'a')).toEqual({
      refused: 'COMMUNITY.NO_PERSON',
    })
  })
})
