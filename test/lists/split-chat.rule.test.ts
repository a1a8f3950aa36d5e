import fc from 'fast-check'
import { leftOutReasons } from '../../cloudfunctions/lists/intake/chatter.rule'
import { splitChat } from '../../cloudfunctions/lists/intake/split-chat.rule'
import { at, now } from './facts'
import { knownChats } from './pasted-chats'
import { heldOutChats } from './pasted-voices'
import { laterChats } from './pasted-voices-more'

/** A need as 「who|building|room|text」, a line left out as 「line why」. */
const told = (pasted: string) => {
  const { needs, leftOut } = splitChat(pasted, now)
  return {
    needs: needs.map(({ who, building, room, text }) => [who, building, room, text].join('|')),
    leftOut: leftOut.map(({ line, why }) => `${line} ${why}`),
  }
}
const first = (pasted: string) => splitChat(pasted, now).needs[0]

describe('formats', () => {
  test.each(knownChats)('$name', ({ pasted, needs, leftOut }) => {
    expect(told(pasted)).toEqual({ needs, leftOut })
  })
})

describe('voices written before the rule had read them', () => {
  test.each([...heldOutChats, ...laterChats])('$name', ({ pasted, needs, leftOut }) => {
    expect(told(pasted)).toEqual({ needs, leftOut })
  })
})

describe('what is guessed', () => {
  test('when it was said, from the line of the sender', () => {
    expect(first('张三 2026/11/20 19:33\n家里水管漏了')?.saidAt).toBe(at('2026-11-20', 19) + 33 * 60_000)
    expect(first('张三:\n家里水管漏了')?.saidAt).toBeUndefined()
  })
  test('a telephone number goes to the person and out of the words', () => {
    expect(first('家里灯坏了，我电话13812341234')).toMatchObject({ phone: '13812341234', text: '家里灯坏了' })
  })
  test('what is said of the person around a wish holds for each of the wishes', () => {
    const pasted = '李梅:\n我妈瘫痪在床。想找人上门理发。另外家里水管漏了'
    expect(splitChat(pasted, now).needs.map(({ mobilityImpaired }) => mobilityImpaired)).toEqual([true, true])
  })
  test('+1 takes the words of the need before and its own person', () => {
    const { needs } = splitChat('阿芳:\n有没有人教用手机\n阿丽:\n+1', now)
    expect(needs.map(({ who, text, joinedIn }) => [who, text, joinedIn])).toEqual([
      ['阿芳', '有没有人教用手机', false],
      ['阿丽', '有没有人教用手机', true],
    ])
  })
  test('+1 without anything before it is only an answer', () => {
    expect(splitChat('阿丽:\n+1', now).needs).toEqual([])
  })
})

describe('laws', () => {
  const pieces = fc.constantFrom(
    '张三 2026/11/20 19:33',
    '李四:',
    '#接龙',
    '1. 5-2-301 理发',
    '2、',
    '想理发',
    '姓名：王五',
    '需求:水管漏了',
    'a\tb\tc',
    '"',
    '[图片]',
    '',
    '——',
    '@',
    '+1',
    '谢谢🙏',
    '19:33',
  )
  test('nothing throws and texts and numbers keep their bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 30 })), { maxLength: 25 }),
        (lines) => {
          const { needs, leftOut } = splitChat(lines.join('\n'), now)
          for (const need of needs) {
            expect(need.text.length).toBeGreaterThan(0)
            expect(need.text.length).toBeLessThanOrEqual(300)
            expect(need.beneficiary.length).toBeGreaterThan(0)
            expect(need.headcount).toBeGreaterThanOrEqual(1)
            expect(need.headcount).toBeLessThanOrEqual(500)
          }
          for (const { why } of leftOut) expect(leftOutReasons).toContain(why)
        },
      ),
      { numRuns: 150 },
    )
  })
  test('of plain lines none is lost: each is a need or left out', () => {
    const lines = [
      '想理发',
      '谢谢社区',
      '楼道灯坏了',
      '🙏',
      '王大爷',
      '5-2-301',
      '今天天气真不错',
      '周末有没有书法班',
      '收到',
    ]
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...lines.filter((line) => line !== '5-2-301'))), (some) => {
        const { needs, leftOut } = splitChat(some.join('\n'), now)
        const found = [...needs, ...leftOut].map(({ line }) => line).sort((a, b) => a - b)
        expect(found).toEqual(some.map((_, place) => place + 1))
      }),
    )
    expect(told('5-2-301').leftOut).toEqual(['1 看不出要什么'])
  })
  test('pasting twice the same makes no need twice', () => {
    for (const { pasted, needs } of knownChats.slice(0, 3)) {
      const twice = told(`${pasted}\n\n${pasted}`)
      expect(twice.needs.sort()).toEqual([...needs].sort())
    }
  })
  test('an empty paste is nothing', () => {
    expect(splitChat(' \n\n', now)).toEqual({ needs: [], leftOut: [] })
  })
  test('a thousand messages are split in a moment', () => {
    const pasted = Array.from(
      { length: 1000 },
      (_, n) => `邻居${n} 2026/11/20 19:33\n第${n}户家里水管漏了`,
    ).join('\n')
    const started = performance.now()
    expect(splitChat(pasted, now).needs.length).toBe(1000)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
