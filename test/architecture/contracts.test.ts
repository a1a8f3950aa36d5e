import { z } from 'zod'
import { canteenContract } from '../../types/canteen.contract'
import type { RoomContract } from '../../types/common/contract'
import { commonRefusals } from '../../types/common/refusals'
import { communityContract } from '../../types/community.contract'
import { hallContract } from '../../types/hall.contract'
import { listsContract } from '../../types/lists.contract'
import { pointsContract } from '../../types/points.contract'

const contracts: readonly RoomContract[] = [
  communityContract,
  listsContract,
  pointsContract,
  canteenContract,
  hallContract,
]

describe.each(contracts.map((contract) => [contract.room, contract] as const))(
  'contract %s',
  (room, contract) => {
    const actions = Object.entries(contract.actions)

    test('every code begins with the name of its room', () => {
      for (const code of Object.keys(contract.refusals))
        expect(code).toMatch(new RegExp(`^${room.toUpperCase()}\\.`))
    })

    test('every code is worded in Chinese and answered by some action', () => {
      const answered = new Set(actions.flatMap(([, action]) => action.refusals))
      for (const [code, text] of Object.entries(contract.refusals)) {
        expect(text).toMatch(/\p{Script=Han}/u)
        expect([...answered]).toContain(code)
      }
    })

    test('every action that is not for anyone says which centre it is about', () => {
      for (const [name, action] of actions) {
        if (action.may === 'anyone') continue
        const shape = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' })
        expect([name, shape.required]).toEqual([name, expect.arrayContaining(['centreId'])])
      }
    })

    test('unknown fields are refused, so a client cannot send its own price or caller', () => {
      for (const [name, action] of actions) {
        const refused = action.input.safeParse({ openid: 'somebody-else' })
        expect([name, refused.error?.issues.some((issue) => issue.code === 'unrecognized_keys')]).toEqual([
          name,
          true,
        ])
      }
    })

    test('every text has a longest length', () => {
      for (const [name, action] of actions) {
        const schema = JSON.stringify(z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' }))
        const endless = schema.match(
          /\{"type":"string"(?![^{}]*("maxLength"|"pattern"|"enum"|"const"))[^{}]*\}/g,
        )
        expect([name, endless]).toEqual([name, null])
      }
    })
  },
)

test('the common codes are worded in Chinese', () => {
  for (const text of Object.values(commonRefusals)) expect(text).toMatch(/\p{Script=Han}/u)
})
