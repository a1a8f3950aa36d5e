import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { playTown } from '../../localcloud/demo/town'
import { openFrontDoor } from '../../localcloud/front-door'
import type { Persona } from '../../localcloud/web/who.route'
import type { Reply } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import { listsContract } from '../../types/lists.contract'
import { startTestCloud, type TestCloud } from '../harness/cloud'

const personas: Persona[] = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'localcloud', 'demo', 'personas.json'), 'utf8'),
)
const yinxing = 'hudong.chunjiang.yinxing'
const jingui = 'hudong.chunjiang.jingui'

const startCode = 'demo-start-code'

let cloud: TestCloud
const play = () => playTown(openFrontDoor(cloud.url, 'town', () => startCode))
beforeAll(async () => {
  cloud = await startTestCloud({ testClock: true, environment: { LINLI_FIRST_STAFF_CODE: startCode } })
  await play()
})
afterAll(() => cloud?.stop())

const read = async (as: string, room: string, action: string, input: object = {}): Promise<unknown> => {
  const reply = (await cloud.call(room, action, input, { openid: as })).body as Reply<unknown>
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.data
}
const me = async (as: string) => communityContract.actions.me.output.parse(await read(as, 'community', 'me'))
const edition = async (as: string) =>
  listsContract.actions.edition.output.parse(await read(as, 'lists', 'edition', { centreId: yinxing }))

test('every persona to choose from is who the list says', async () => {
  const roles: Readonly<Record<string, string>> = {
    社区工作者: 'staff',
    书记: 'secretary',
    志愿者: 'volunteer',
    区工作人员: 'officer',
  }
  for (const { openid, name, role, centre } of personas) {
    const known = await me(openid)
    if (openid === 'demo-stranger') {
      expect(known).toMatchObject({ membership: 'none', roles: [], unreadNotices: 0 })
      continue
    }
    expect(known.name).toBe(name)
    const held = roles[role]
    if (held) expect(known.roles).toEqual([expect.objectContaining({ role: held, centreName: centre })])
    else expect(known).toMatchObject({ centre: { name: centre }, roles: [] })
    if (role === '居民') expect(known.membership).toBe('approved')
  }
})

test('银杏社区 has published edition 1, one service of which is full', async () => {
  const published = await edition('demo-resident-jin')
  expect(published.no).toBe(1)
  expect(published.rows.length).toBeGreaterThanOrEqual(8)
  const full = published.rows.find((row) => row.waiting > 0)
  expect(full).toMatchObject({ taken: 4, cap: 4, waiting: 2, mine: { state: 'seat', position: 1 } })
  const last = await edition('demo-resident-xie')
  expect(last.rows.find((row) => row.waiting > 0)?.mine).toEqual({ state: 'waiting', position: 2 })
})

test('金桂社区 leaves importing and publishing to the visitor', async () => {
  const needs = await read('demo-staff-jingui', 'lists', 'needs', { centreId: jingui, state: 'open' })
  expect(listsContract.actions.needs.output.parse(needs).rows).toHaveLength(4)
  const resources = await read('demo-staff-jingui', 'lists', 'resources', { centreId: jingui })
  expect(listsContract.actions.resources.output.parse(resources).rows).toEqual([])
  const editions = await read('demo-staff-jingui', 'lists', 'editions', { centreId: jingui })
  expect(listsContract.actions.editions.output.parse(editions).rows).toEqual([])
  const waiting = await read('demo-staff-jingui', 'community', 'applications', { centreId: jingui })
  expect(communityContract.actions.applications.output.parse(waiting).rows).toHaveLength(5)
})

test('a play begun again after it was cut off does nothing twice', async () => {
  const before = await edition('demo-stranger')
  await play()
  expect(await edition('demo-stranger')).toEqual(before)
  const waiting = await read('demo-staff-jingui', 'community', 'applications', { centreId: jingui })
  expect(communityContract.actions.applications.output.parse(waiting).rows).toHaveLength(5)
})
