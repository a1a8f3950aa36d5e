import { readSheet } from 'read-excel-file/node'
import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import { hallContract } from '../../types/hall.contract'
import { matterActions } from '../../types/hall.matter'
import { hallSamples } from '../harness/hall-samples'
import { approves, centres, joins } from '../harness/town'
import {
  centreId,
  codeOf,
  colleague,
  type MatterHall,
  neighbour,
  officer,
  openMatterHall,
  pending,
  photo,
  resident,
  residentElsewhere,
  secretary,
  staff,
  staffElsewhere,
  stranger,
  volunteer,
} from './matter-hall'
import { morning } from './matter-rows'

type Hall = typeof hallContract
type MatterAction = keyof typeof matterActions & ActionName<Hall>

let hall: MatterHall
beforeAll(async () => {
  hall = await openMatterHall()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock(morning))

const names = Object.keys(matterActions) as MatterAction[]
const inputs = hallSamples as { readonly [A in MatterAction]: InputOf<Hall, A> }
const mayOf = (action: MatterAction) => hallContract.actions[action].may
const staffOnly = names.filter((action) => mayOf(action) === 'matter.manage')
const ofResidents = names.filter((action) => mayOf(action) === 'resident')

test.each(staffOnly)('%s is for the staff of the centre', async (action) => {
  for (const who of [stranger, resident, pending, volunteer, staffElsewhere, officer]) {
    expect([who, codeOf(await hall.ask(action, inputs[action], who))]).toEqual([who, 'COMMON.NOT_ALLOWED'])
  }
})

test.each(ofResidents)('%s is for the residents of the centre', async (action) => {
  for (const who of [stranger, residentElsewhere]) {
    expect([who, codeOf(await hall.ask(action, inputs[action], who))]).toEqual([who, 'COMMON.NOT_RESIDENT'])
  }
})

test('procedures are set by the secretary or above, and read by anybody', async () => {
  for (const who of [stranger, resident, staff]) {
    const refused = await hall.ask('saveProcedures', inputs.saveProcedures, who)
    expect([who, codeOf(refused)]).toEqual([who, 'COMMON.NOT_ALLOWED'])
  }
  for (const who of [secretary, officer]) {
    expect(codeOf(await hall.ask('saveProcedures', inputs.saveProcedures, who))).toBe('ok')
  }
  expect(codeOf(await hall.ask('procedures', { centreId }, stranger))).toBe('ok')
})

const aboutOne = names.filter((action) => 'matterId' in inputs[action])
test.each(aboutOne)('%s does not find another centre’s matter, nor one that is none', async (action) => {
  const matterId = await hall.raised({ centreId: centres.yinxing })
  const known = { ...inputs[action], matterId }
  const unknown = inputs[action]
  const who = mayOf(action) === 'resident' ? resident : staff
  for (const input of [known, unknown]) {
    expect(codeOf(await hall.ask(action, input, who))).toBe('COMMON.NOT_FOUND')
  }
})

describe('people in a matter', () => {
  test('it is given, and opinions are asked, of staff of the centre only', async () => {
    const matterId = await hall.raised()
    for (const who of [staffElsewhere, resident, officer, volunteer, 'nobody']) {
      const given = { centreId, matterId, tier: 'fast' as const, officer: who }
      expect(codeOf(await hall.ask('triageMatter', given, staff))).toBe('HALL.WRONG_PERSON')
    }
    await hall.done('triageMatter', { centreId, matterId, tier: 'fast', officer: staff }, staff)
    const people = [colleague, staffElsewhere]
    expect(codeOf(await hall.ask('askOpinions', { centreId, matterId, people }, staff))).toBe(
      'HALL.WRONG_PERSON',
    )
    expect((await hall.matter(matterId)).consulted).toEqual({})
  })

  test('only whoever raised it takes it back or confirms', async () => {
    const matterId = await hall.answered()
    for (const who of [neighbour, staff]) {
      expect(codeOf(await hall.ask('withdrawMatter', { centreId, matterId }, who))).toBe('HALL.NOT_YOURS')
      const solved = { centreId, matterId, solved: true, text: '' }
      expect(codeOf(await hall.ask('confirmMatter', solved, who))).toBe('HALL.NOT_YOURS')
    }
  })

  test('residents read no name of the staff, no phone and no openid', async () => {
    const matterId = await hall.answered()
    await hall.done('raiserContact', { centreId, matterId, reason: '约上门' }, staff)
    for (const who of [resident, neighbour]) {
      const read = JSON.stringify(await hall.done('matter', { centreId, matterId }, who))
      for (const secret of ['李*作', staff, resident, '138', '约上门']) expect(read).not.toContain(secret)
    }
  })
})

test.each<[MatterAction, string, object]>([
  ['raiseMatter', 'text', { text: ' ' }],
  ['raiseMatter', 'text', { text: '灯'.repeat(501) }],
  ['raiseMatter', 'place', { place: '栋'.repeat(61) }],
  ['raiseMatter', 'photos', { photos: Array.from({ length: 7 }, () => photo) }],
  ['raiseMatter', 'anonymous', { anonymous: 'yes' }],
  ['raiseMatter', '内容', { by: 'somebody-else' }],
  ['enterMatter', 'source', { source: 'self' }],
  ['enterMatter', 'phone', { phone: '123' }],
  ['triageMatter', 'tier', { tier: 'heavy' }],
  ['takeStep', 'step', { step: 'answer' }],
  ['takeStep', 'seen', { seen: -1 }],
  ['askOpinions', 'people', { people: [] }],
  ['confirmMatter', 'text', { text: '灯'.repeat(201) }],
  ['matters', 'show', { show: 'all' }],
  ['saveProcedures', 'confirmWithin', { confirmWithin: 0 }],
])('%s refuses a bad %s', async (action, field, wrong) => {
  const may = mayOf(action)
  const who = may === 'resident' ? resident : may === 'hall.rule' ? secretary : staff
  const input = { ...inputs[action], ...wrong } as InputOf<Hall, MatterAction>
  const { reply } = await hall.ask(action, input, who)
  expect(reply).toMatchObject({
    ok: false,
    code: 'COMMON.BAD_INPUT',
    fields: { [field]: expect.any(String) },
  })
})

describe('somebody who leaves', () => {
  test('takes what is kept of them along, and is forgotten', async () => {
    const leaving = 'leaves-the-hall'
    await joins(hall.town, leaving, centreId, '何离开', 60)
    await approves(hall.town, staff, centreId, leaving)
    const words = { centreId, text: '楼道灯坏了', place: '5栋', photos: [], anonymous: false }
    const { matterId } = await hall.done('raiseMatter', words, leaving)
    const cared = await hall.raised()
    await hall.done('backMatter', { centreId, matterId: cared }, leaving)

    const { url } = await hall.town.done(communityContract, 'exportMyData', {}, leaving)
    const file = Buffer.from(await (await fetch(new URL(url, hall.town.cloud.url))).arrayBuffer())
    const rows = (await readSheet(file)).map((cells) => cells.map(String))
    const of = (what: string) => rows.filter(([first]) => first === what).map(([, , text]) => text)
    expect(of('提过的事')).toEqual(['5栋 楼道灯坏了'])
    expect(of('我也关心的事').length).toBe(1)
    await hall.town.done(communityContract, 'deleteMyAccount', { name: '何离开' }, leaving)

    const row = await hall.matter(matterId)
    expect(row).toMatchObject({ byMasked: '已注销', story: [{ byMasked: '已注销' }] })
    expect((await hall.matter(cared)).backers.length).toBe(1)
    const left = JSON.stringify([await hall.rows('matters')])
    expect(left).not.toContain(leaving)
  })
})
