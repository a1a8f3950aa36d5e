import { z } from 'zod'
import { contracts } from '../../config/permissions'
import type { Reply } from '../../types/common/contract'
import { canteenSamples } from '../harness/canteen-samples'
import { hallSamples } from '../harness/hall-samples'
import { pointsSamples } from '../harness/points-samples'
import { communitySamples, listsSamples } from '../harness/samples'
import { openTown, people, type Town } from '../harness/town'

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

const endless = 'x'.repeat(5_000)

/** A list longer than any may be, within the 100 KB a request may have. */
const tooMany = (one: unknown): readonly unknown[] =>
  new Array(Math.min(1_000, Math.floor(90_000 / `${JSON.stringify(one)},`.length))).fill(one)

/** What no field of that kind may be. NaN and Infinity travel as null. */
const wrongFor = (good: unknown): readonly unknown[] => {
  if (typeof good === 'string') return [7, true, null, [], {}, endless, `${good}\u0000${endless}`]
  if (typeof good === 'number')
    return ['5', -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, true, [], {}]
  if (typeof good === 'boolean') return ['true', 1, null, []]
  if (typeof good === 'object' && good !== null && !Array.isArray(good))
    return [7, 'x', null, [], { unknown: 1 }]
  if (Array.isArray(good)) return ['x', 7, null, {}, [null], [{}], [endless], tooMany(good[0])]
  throw new Error(`no table for ${JSON.stringify(good)}`)
}

/** Every way to spoil one field of a good input, told by name. */
const spoiled = (input: object, required: readonly string[]): readonly (readonly [string, object])[] => [
  ...Object.entries(input).flatMap(([field, good]) =>
    wrongFor(good).map(
      (wrong) => [`${field} = ${JSON.stringify(wrong)?.slice(0, 40)}`, { ...input, [field]: wrong }] as const,
    ),
  ),
  ...required.map((field) => {
    const rest = Object.fromEntries(Object.entries(input).filter(([name]) => name !== field))
    return [`no ${field}`, rest] as const
  }),
  ['an unknown field', { ...input, price: 0 }],
  ['another caller', { ...input, openid: people.officer }],
]

const actions = contracts.flatMap((contract) =>
  Object.entries(contract.actions).map(
    ([name, action]) => [`${contract.room}.${name}`, contract.room, name, action] as const,
  ),
)

describe.each(actions)('%s', (_title, room, name, action) => {
  const input = samples[room]?.[name] ?? {}
  const { required = [] } = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' })

  test('refuses every spoiled field by name, before it asks the database anything', async () => {
    for (const [index, [how, wrong]] of spoiled(input, required).entries()) {
      const { status, body, headers } = await town.cloud.call(room, name, wrong, {
        openid: people.secretary,
        requestId: `bad-input-${index}`,
      })
      const reply = body as Reply<unknown>
      expect({ how, status, code: reply.ok ? 'ok' : reply.code }).toEqual({
        how,
        status: 200,
        code: 'COMMON.BAD_INPUT',
      })
      expect({ how, requests: headers.dbRequests }).toEqual({ how, requests: 0 })
      expect(reply).toMatchObject({ message: '填写的内容有误,请按提示改好再试' })
    }
  })

  test('refuses an input that is none', async () => {
    for (const none of ['text', 7, [], true]) {
      const { body } = await town.cloud.call(room, name, none, {
        openid: people.secretary,
        requestId: 'bad-input-none',
      })
      expect(body).toMatchObject({ ok: false, code: 'COMMON.BAD_INPUT' })
    }
  })
})
