import { district } from '../../cloudfunctions/community/centre.rule'
import { decidable, decisionNotice, mayJoin } from '../../cloudfunctions/community/membership.rule'
import { newResident } from '../../cloudfunctions/community/resident.row'

const root = district('a', { name: '某处', phone: '', address: '' }, 'r')
const community = { ...root, _id: 'a.b.c', parentId: 'a.b', level: 'community' } as const

describe('joining', () => {
  test.each([
    ['a stranger', undefined, 'ask'],
    ['somebody with only a role', { centreId: '', membership: 'none' }, 'ask'],
    ['somebody who waits here', { centreId: 'a.b.c', membership: 'pending' }, 'ask'],
    ['somebody who waits elsewhere', { centreId: 'a.b.x', membership: 'pending' }, 'ask'],
    ['somebody turned down here', { centreId: 'a.b.c', membership: 'rejected' }, 'ask'],
    ['a member of this community', { centreId: 'a.b.c', membership: 'approved' }, 'stay'],
    [
      'a member of another community',
      { centreId: 'a.b.x', membership: 'approved' },
      { refused: 'COMMUNITY.ALREADY_MEMBER' },
    ],
  ] as const)('%s is answered', (_who, resident, expected) => {
    expect(mayJoin(community, resident)).toEqual(expected)
  })

  test.each(['district', 'street', 'station'] as const)('a %s is refused', (level) => {
    expect(mayJoin({ ...root, level }, undefined)).toEqual({ refused: 'COMMUNITY.NOT_A_COMMUNITY' })
  })

  test('nowhere is refused', () => {
    expect(mayJoin(undefined, undefined)).toEqual({ refused: 'COMMUNITY.NO_CENTRE' })
  })
})

describe('an application', () => {
  const door = { building: '3栋', room: '301' }
  const applicant = newResident('somebody', { centreId: 'a.b.c', membership: 'pending', ...door })
  const decider = newResident('staff', { centreId: 'a.b.c', building: '3栋', room: '302' })

  test('is decided at the centre it was made to', () => {
    expect(decidable(applicant, 'a.b.c', decider)).toEqual({ applicant })
  })

  test('is not found anywhere else, nor when there is none', () => {
    expect(decidable(applicant, 'a.b', decider)).toEqual({ refused: 'COMMON.NOT_FOUND' })
    expect(decidable(applicant, 'a.b.x', decider)).toEqual({ refused: 'COMMON.NOT_FOUND' })
    expect(decidable(undefined, 'a.b.c', decider)).toEqual({ refused: 'COMMON.NOT_FOUND' })
  })

  test.each([
    ['their own', applicant, 'COMMUNITY.OWN_HOUSEHOLD'],
    ['for the door they live behind', { ...decider, ...door }, 'COMMUNITY.OWN_HOUSEHOLD'],
    ['for the same door of another community', { ...decider, ...door, centreId: 'a.b.x' }, undefined],
    ['for the same room of another building', { ...decider, room: '301', building: '4栋' }, undefined],
    ['of a neighbour', decider, undefined],
    ['of anybody, when they never joined themselves', undefined, undefined],
  ] as const)('that is %s is decided by somebody else, or not', (_whose, by, code) => {
    expect(decidable(applicant, 'a.b.c', by)).toEqual(code ? { refused: code } : { applicant })
  })

  test.each(['none', 'approved', 'rejected'] as const)('that is %s is decided already', (membership) => {
    expect(decidable({ ...applicant, membership }, 'a.b.c', decider)).toEqual({
      refused: 'COMMUNITY.NO_APPLICATION',
    })
  })
})

describe('what the applicant is told', () => {
  const door = { building: '3栋', room: '301' }

  test('names the door when let in', () => {
    expect(decisionNotice('me', door, 'approve', '', 'r')).toMatchObject({
      to: 'me',
      title: '住户登记已通过',
      text: expect.stringContaining('3栋 301'),
      once: 'r',
    })
  })

  test('gives the reason when turned down', () => {
    expect(decisionNotice('me', door, 'reject', '房号不对', 'r').text).toContain('房号不对')
  })

  test('says what to do when no reason is given', () => {
    expect(decisionNotice('me', door, 'reject', '', 'r').text).toContain('核对楼栋房号')
  })
})
