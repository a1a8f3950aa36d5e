import { readFileSync } from 'node:fs'
import { contracts, permissionsFile, permissionsText } from '../../config/permissions'
import type { May, Reply, RoomContract } from '../../types/common/contract'
import { commonRefusals } from '../../types/common/refusals'
import { allows, type Role } from '../../types/common/roles'
import { canteenSamples } from '../harness/canteen-samples'
import { hallSamples } from '../harness/hall-samples'
import { pointsSamples } from '../harness/points-samples'
import { communitySamples, listsSamples } from '../harness/samples'
import { centres, openTown, people, type Town } from '../harness/town'

/** What the town's people are at 金桂社区, where every sample is about. */
interface Standing {
  readonly home: 'approved' | 'pending' | 'none'
  readonly roles: readonly { readonly centreId: string; readonly role: Role }[]
}
const at = (centreId: string, role: Role) => [{ centreId, role }]

/** Those who work here joined here, too, and wait to be let in; the officer never joined. */
const standings: Readonly<Record<keyof typeof people, Standing>> = {
  officer: { home: 'none', roles: at(centres.district, 'officer') },
  secretary: { home: 'pending', roles: at(centres.jingui, 'secretary') },
  staff: { home: 'pending', roles: at(centres.jingui, 'staff') },
  volunteer: { home: 'pending', roles: at(centres.jingui, 'volunteer') },
  resident: { home: 'approved', roles: [] },
  pending: { home: 'pending', roles: [] },
  staffElsewhere: { home: 'none', roles: at(centres.yinxing, 'staff') },
  residentElsewhere: { home: 'none', roles: [] },
  stranger: { home: 'none', roles: [] },
}

const permissionRefusals = ['COMMON.NOT_ALLOWED', 'COMMON.NOT_RESIDENT', 'COMMON.NOT_MEMBER']

/** What the contract promises somebody: a refusal for want of permission, or none. */
const promised = (may: May, { home, roles }: Standing): string => {
  if (may === 'anyone') return 'allowed'
  if (may === 'resident') return home === 'none' ? 'COMMON.NOT_RESIDENT' : 'allowed'
  if (may === 'member') {
    return home === 'approved' ? 'allowed' : home === 'pending' ? 'COMMON.NOT_MEMBER' : 'COMMON.NOT_RESIDENT'
  }
  return allows(roles, may, centres.jingui) ? 'allowed' : 'COMMON.NOT_ALLOWED'
}

const samples: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  community: communitySamples,
  lists: listsSamples,
  points: pointsSamples,
  canteen: canteenSamples,
  hall: hallSamples,
}

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())

const callers = Object.keys(people) as (keyof typeof people)[]
let requests = 0
const ask = (room: string, action: string, openid: string, kind: 'read' | 'write') => {
  requests += 1
  const request = kind === 'write' ? { requestId: `permission-walk-${requests}` } : {}
  return town.cloud.call(room, action, samples[room]?.[action], { openid, ...request })
}

const actions = contracts.flatMap((contract: RoomContract) =>
  Object.entries(contract.actions).map(([name, action]) => [`${contract.room}.${name}`, action] as const),
)

describe.each(actions)('%s', (name, { kind, may, refusals }) => {
  const [room = '', action = ''] = name.split('.')

  test.each(callers)('answers or refuses the %s as its contract says', async (caller) => {
    const { body, headers } = await ask(room, action, people[caller], kind)
    const reply = body as Reply<unknown>
    const code = reply.ok ? '' : reply.code
    const got = permissionRefusals.includes(code) ? code : 'allowed'
    expect({ caller, got }).toEqual({ caller, got: promised(may, standings[caller]) })
    expect(['COMMON.BAD_INPUT', 'COMMON.INTERNAL']).not.toContain(code)
    if (code !== '') expect([...Object.keys(commonRefusals), ...refusals]).toContain(code)
    if (kind === 'read') expect(headers.dbRequests).toBeLessThanOrEqual(2)
    // a refusal costs the look at who is calling, and nothing else
    if (got !== 'allowed') expect(headers.dbRequests).toBe(1)
  })
})

test('docs/permissions.md is what the contracts say now', () => {
  expect(readFileSync(permissionsFile, 'utf8')).toBe(permissionsText())
})
