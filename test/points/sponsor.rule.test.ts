import fc from 'fast-check'
import { storyLine, thanksText } from '../../cloudfunctions/points/sponsor.rule'

const gift = (quantity: number, sponsorId: string, order: string) => ({
  kind: 'in' as const,
  quantity,
  sponsorId,
  order,
})
const rice = { title: '大米', redeemed: 0, held: 0, left: 0 }

describe("a line of a sponsor's story", () => {
  test('of one sponsor is what the shelf says', () => {
    const line = storyLine({ ...rice, redeemed: 3, held: 2, left: 5, moves: [gift(10, 's', '1')] }, 's')
    expect(line).toEqual({ title: '大米', given: 10, redeemed: 3, held: 2, left: 5 })
  })

  test('shares between sponsors by who came first, in whatever order the moves are read', () => {
    const moves = [gift(4, 'late', '2'), gift(3, 'early', '1'), gift(2, 'early', '3')]
    const item = { ...rice, redeemed: 4, held: 2, left: 3, moves }
    expect(storyLine(item, 'early')).toMatchObject({ given: 5, redeemed: 3, held: 0, left: 2 })
    expect(storyLine(item, 'late')).toMatchObject({ given: 4, redeemed: 1, held: 2, left: 1 })
    expect(storyLine(item, 'nobody')).toMatchObject({ given: 0, redeemed: 0, held: 0, left: 0 })
  })

  test('takes what a stock-take found missing from what came last', () => {
    const count = { kind: 'count' as const, quantity: -2, sponsorId: '', order: '3' }
    const moves = [gift(3, 'early', '1'), gift(3, 'late', '2'), count]
    const item = { ...rice, redeemed: 2, left: 2, moves }
    expect(storyLine(item, 'early')).toMatchObject({ given: 3, redeemed: 2, left: 1 })
    expect(storyLine(item, 'late')).toMatchObject({ given: 3, redeemed: 0, left: 1 })
  })

  test('leaves out what a stock-take found more than the books said', () => {
    const count = { kind: 'count' as const, quantity: 2, sponsorId: 'early', order: '2' }
    const moves = [gift(3, 'early', '1'), count, gift(3, 'late', '3')]
    const item = { ...rice, redeemed: 3, left: 5, moves }
    expect(storyLine(item, 'early')).toMatchObject({ given: 3, redeemed: 3, left: 0 })
    expect(storyLine(item, 'late')).toMatchObject({ given: 3, redeemed: 0, left: 3 })
  })

  test('adds up for every sponsor, and all of them together to the shelf', () => {
    const gifts = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom('a', 'b', 'c')), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(gifts, fc.nat(100), fc.nat(100), (given, one, other) => {
        const moves = given.map(([quantity, sponsorId], at) => gift(quantity, sponsorId, String(at)))
        const all = given.reduce((sum, [quantity]) => sum + quantity, 0)
        const redeemed = Math.min(one, all)
        const held = Math.min(other, all - redeemed)
        const item = { ...rice, redeemed, held, left: all - redeemed - held, moves }
        const lines = ['a', 'b', 'c'].map((sponsorId) => storyLine(item, sponsorId))
        for (const line of lines) expect(line.redeemed + line.held + line.left).toBe(line.given)
        expect(lines.reduce((sum, line) => sum + line.redeemed, 0)).toBe(redeemed)
        expect(lines.reduce((sum, line) => sum + line.held, 0)).toBe(held)
      }),
    )
  })
})

describe('thanks', () => {
  const line = { title: '大米', given: 10, redeemed: 0, held: 0, left: 0 }

  test('say what came, what was redeemed and what is left', () => {
    const lines = [
      { ...line, redeemed: 3, left: 7 },
      { ...line, title: '食用油', given: 5, redeemed: 2, left: 1 },
    ]
    expect(thanksText('春江超市', '金桂社区', lines)).toBe(
      '感谢春江超市支持金桂社区党群服务超市,送来大米 10 份、食用油 5 份。邻居们已经用积分换走 5 份。货架上还有 8 份,欢迎大家来换。',
    )
  })

  test('leave out what is nothing', () => {
    expect(thanksText('春江超市', '金桂社区', [line])).toBe(
      '感谢春江超市支持金桂社区党群服务超市,送来大米 10 份。',
    )
    expect(thanksText('春江超市', '金桂社区', [])).toBe('感谢春江超市支持金桂社区党群服务超市。')
  })
})
