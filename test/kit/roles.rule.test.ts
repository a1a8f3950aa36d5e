import {
  allows,
  type Permission,
  type Role,
  reaches,
  roleNames,
  rolePermissions,
} from '../../types/common/roles'

const roles = Object.keys(rolePermissions) as Role[]
const personal: readonly Permission[] = ['personal.read', 'household.read', 'resident.approve']

describe('roles', () => {
  test('volunteers serve by a list, log points, stand at the counter and carry meals, and nothing else', () => {
    expect(rolePermissions.volunteer).toEqual([
      'enrolment.read',
      'points.log',
      'counter.serve',
      'meal.serve',
      'meal.deliver',
    ])
  })

  test('a secretary may do what staff may', () => {
    expect(rolePermissions.secretary).toEqual(expect.arrayContaining([...rolePermissions.staff]))
  })

  test('officers see no personal data', () => {
    for (const permission of personal) expect(rolePermissions.officer).not.toContain(permission)
  })

  test('staff neither appoint nor audit', () => {
    expect(rolePermissions.staff).not.toContain('role.appoint')
    expect(rolePermissions.staff).not.toContain('audit.read')
  })

  test('no role holds a permission twice and each has a Chinese name', () => {
    for (const role of roles) {
      expect(new Set(rolePermissions[role]).size).toBe(rolePermissions[role].length)
      expect(roleNames[role]).toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('a role granted at a centre', () => {
  test.each([
    ['a.b', 'a.b', true],
    ['a.b', 'a.b.c', true],
    ['a.b', 'a.b.c.d', true],
    ['a.b', 'a', false],
    ['a.b', 'a.bb', false],
    ['a.b', 'a.b2.c', false],
    ['a.b', '', false],
  ])('%s reaches %s: %s', (granted, centreId, expected) => {
    expect(reaches(granted, centreId)).toBe(expected)
  })

  test('counts with its own permissions only, though another role reaches further', () => {
    const held = [
      { centreId: 'a', role: 'volunteer' },
      { centreId: 'a.b', role: 'staff' },
    ] as const
    expect(allows(held, 'need.manage', 'a.b')).toBe(true)
    expect(allows(held, 'need.manage', 'a.c')).toBe(false)
    expect(allows(held, 'enrolment.read', 'a.c')).toBe(true)
  })
})
