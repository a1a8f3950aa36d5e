import type { ResidentDocument } from '../../cloudfunctions/_kit/documents/community'
import { whyNot } from '../../cloudfunctions/_kit/permission.rule'
import { newResident } from '../../cloudfunctions/community/resident.row'

const person = (facts: Partial<ResidentDocument>): ResidentDocument => newResident('somebody', facts)

const home = 'a.b.c'

describe('anyone', () => {
  test('means strangers too', () => {
    expect(whyNot('anyone', undefined, '')).toBeUndefined()
  })
})

describe('a resident', () => {
  test.each([
    ['approved', home, undefined],
    ['pending', home, undefined],
    ['rejected', home, 'COMMON.NOT_RESIDENT'],
    ['none', home, 'COMMON.NOT_RESIDENT'],
    ['approved', 'a.b.x', 'COMMON.NOT_RESIDENT'],
    ['approved', 'a.b.c.station', undefined],
    ['approved', 'a.b', undefined],
    ['approved', 'a.b.cc', 'COMMON.NOT_RESIDENT'],
  ] as const)('who is %s in a.b.c is answered %s → %s', (membership, asked, refusal) => {
    expect(whyNot('resident', person({ centreId: home, membership }), asked)).toBe(refusal)
  })

  test('is not somebody who only holds a role', () => {
    const officer = person({ roles: [{ centreId: 'a', role: 'officer' }] })
    expect(whyNot('resident', officer, home)).toBe('COMMON.NOT_RESIDENT')
  })

  test('is nobody without a home, wherever they ask', () => {
    const homeless = person({ centreId: '', membership: 'approved' })
    expect([whyNot('resident', homeless, ''), whyNot('resident', homeless, home)]).toEqual([
      'COMMON.NOT_RESIDENT',
      'COMMON.NOT_RESIDENT',
    ])
  })

  test('is not a stranger', () => {
    expect(whyNot('resident', undefined, home)).toBe('COMMON.NOT_RESIDENT')
  })
})

describe('a member', () => {
  test.each([
    ['approved', undefined],
    ['pending', 'COMMON.NOT_MEMBER'],
    ['rejected', 'COMMON.NOT_RESIDENT'],
  ] as const)('who is %s is answered %s', (membership, refusal) => {
    expect(whyNot('member', person({ centreId: home, membership }), home)).toBe(refusal)
  })
})

describe('a permission', () => {
  const staff = person({ roles: [{ centreId: home, role: 'staff' }] })

  test.each([
    ['a.b.c', undefined],
    ['a.b.c.station', undefined],
    ['a.b', 'COMMON.NOT_ALLOWED'],
    ['a.b.cc', 'COMMON.NOT_ALLOWED'],
    ['', 'COMMON.NOT_ALLOWED'],
  ])('held at a.b.c is answered at %j with %s', (centreId, refusal) => {
    expect(whyNot('need.manage', staff, centreId)).toBe(refusal)
  })

  test('the role does not carry is refused', () => {
    expect(whyNot('audit.read', staff, home)).toBe('COMMON.NOT_ALLOWED')
  })

  test('is refused to a stranger and to a resident without a role', () => {
    expect(whyNot('need.manage', undefined, home)).toBe('COMMON.NOT_ALLOWED')
    expect(whyNot('need.manage', person({ centreId: home, membership: 'approved' }), home)).toBe(
      'COMMON.NOT_ALLOWED',
    )
  })
})
