import fc from 'fast-check'
import {
  nearlySame,
  normalWords,
  personKey,
  recogniseSame,
  type SaidNeed,
} from '../../cloudfunctions/lists/intake/same-need.rule'

const said = (id: string, person: string, text: string): SaidNeed => ({ id, person, text })
const lookup = (fresh: SaidNeed, ...here: SaidNeed[]) => recogniseSame([fresh], here).get(fresh.id)

describe('the same person', () => {
  test.each([
    ['楼道灯坏了一个礼拜', '楼道灯坏了一个礼拜。'],
    ['想给老妈剪头发', '您好，请问想给老妈剪头发，谢谢！'],
    ['家里水管漏了，没人修', '家里的水管漏了没人修啊'],
    ['想学手机', '想学手机！！'],
    ['孩子放学没人接想找托管', '孩子放学没人接，想找个托管班'],
  ])('「%s」 and 「%s」 are one need', (before, again) => {
    expect(lookup(said('new', '王|3|201', again), said('old', '王|3|201', before))).toMatchObject({
      same: 'old',
    })
  })
  test.each([
    ['想学手机', '想学跳舞'],
    ['3栋的灯坏了没人修', '5栋的灯坏了没人修'],
    ['想请人修水管', '想请人修电视'],
  ])('「%s」 and 「%s」 are two', (before, other) => {
    expect(lookup(said('new', '王|3|201', other), said('old', '王|3|201', before))?.same).toBeUndefined()
  })
})

describe('other people', () => {
  test('the same words are only told, never left out', () => {
    expect(lookup(said('new', '李|5|301', '楼道灯坏了'), said('old', '王|3|201', '楼道灯坏了'))).toEqual({
      similar: ['old'],
    })
  })
  test('the most alike come first, three at most', () => {
    const others = ['晚上路灯不亮', '晚上的路灯不亮了', '门口晚上路灯不亮', '晚上路灯也不亮', '想学画画'].map(
      (text, n) => said(`old-${n}`, `p${n}`, text),
    )
    const similar = lookup(said('new', 'me', '晚上路灯不亮'), ...others)?.similar
    expect(similar).toHaveLength(3)
    expect(similar?.[0]).toBe('old-0')
    expect(similar).not.toContain('old-4')
  })
  test('nobody in particular is the same only in the very same words', () => {
    expect(lookup(said('new', '', '路灯不亮！'), said('old', '', '路灯不亮'))).toMatchObject({ same: 'old' })
    const near = lookup(said('new', '', '路灯晚上不亮没人管'), said('old', '', '路灯晚上不亮没人管呀真是'))
    expect(near).toMatchObject({ similar: ['old'] })
    expect(near?.same).toBeUndefined()
  })
})

describe('within one paste', () => {
  test('the first is kept and the second recognised', () => {
    const found = recogniseSame([said('a', 'w', '想理发'), said('b', 'w', '想理发。')], [])
    expect([found.get('a')?.same, found.get('b')?.same]).toEqual([undefined, 'a'])
  })
  test('coming in again a whole list adds nothing', () => {
    const list = ['想理发', '灯坏了', '路灯不亮'].map((text, n) => said(String(n), `p${n}`, text))
    const found = recogniseSame(
      list.map((need) => ({ ...need, id: `again-${need.id}` })),
      list,
    )
    expect(list.map(({ id }) => found.get(`again-${id}`)?.same)).toEqual(['0', '1', '2'])
  })
})

describe('keys', () => {
  test('a door is the same however it is written', () => {
    expect(personKey('王 桂芳', '5栋', '301室')).toBe(personKey('王桂芳', '5', '301'))
    expect(personKey('', '', '')).toBe('')
  })
  test('politeness and marks are no words, but a text of nothing else keeps them', () => {
    expect(normalWords('您好，请问有没有人修灯？')).toBe('人修灯')
    expect(normalWords('谢谢')).toBe('谢谢')
  })
})

describe('laws', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'想学理发灯坏了没人修水管漏1，。'),
    minLength: 1,
    maxLength: 20,
  })
  test('whatever was said is the same as itself, and likeness does not mind the order', () => {
    fc.assert(
      fc.property(text, text, (some, other) => {
        expect(nearlySame(some, some)).toBe(true)
        expect(nearlySame(some, other)).toBe(nearlySame(other, some))
      }),
    )
  })
  test('among many the same need is found as surely as by comparing all with all', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
        const [fresh = '', ...here] = texts
        const found = lookup(said('new', 'p', fresh), ...here.map((one, n) => said(`old-${n}`, 'p', one)))
        expect(found?.same !== undefined).toBe(here.some((one) => nearlySame(fresh, one)))
      }),
    )
  })
  test('ten thousand rows are held against five thousand in a moment', () => {
    const things = '灯水管门窗床锅电视手机跳舞书法唱歌理发血压托管补习'
    const words = (n: number) => `${things[n % 25]}${things[(n * 7) % 25]}坏了第${n}次想找人修一修`
    const list = (count: number, from: number) =>
      Array.from({ length: count }, (_, n) => said(`${from}-${n}`, `p${n % 900}`, words(n + from)))
    const started = performance.now()
    expect(recogniseSame(list(10_000, 3000), list(5000, 0)).size).toBe(10_000)
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
