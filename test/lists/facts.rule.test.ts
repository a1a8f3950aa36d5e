import fc from 'fast-check'
import {
  guessBeneficiary,
  guessFacts,
  guessHeadcount,
  guessTimes,
} from '../../cloudfunctions/lists/intake/facts.rule'

test.each([
  ['我妈腿脚不便想理发', ['老人']],
  ['八十了，耳背', ['老人']],
  ['孩子放学没人接', ['儿童']],
  ['娃三岁想找托管', ['儿童']],
  ['儿子初三青春期不说话', ['青少年']],
  ['跑外卖的，想找地方歇脚', ['新就业群体']],
  ['坐轮椅下不了楼', ['残疾人']],
  ['刚怀孕想听课', ['妇女']],
  ['党费在哪里交', ['党员']],
  ['吃低保的，冬天没棉被', ['困难家庭']],
  ['楼道灯坏了', ['全体居民']],
  ['想学视频跟孙子打电话', ['老人']],
])('%s is for %j', (text, tags) => {
  expect(guessBeneficiary(text)).toEqual(tags)
})

test.each([
  ['想理发', 1],
  ['我们三个人想学琴', 3],
  ['12人报名', 12],
  ['仨娃没地方去', 3],
  ['我和老伴想量血压', 2],
  ['一家五口要打疫苗', 5],
  ['十几个老姐妹想跳舞', 10],
  ['5-2-301 +2', 2],
  ['一个人住', 1],
  ['999人', 500],
])('%s counts %i', (text, count) => {
  expect(guessHeadcount(text)).toBe(count)
})

describe('when', () => {
  test.each([
    ['周六上午有空', { weekdays: [6], hours: '08:00-12:00' }],
    ['最好周二、周四下午', { weekdays: [2, 4], hours: '14:00-18:00' }],
    ['周一到周五都方便', { weekdays: [1, 2, 3, 4, 5] }],
    ['周末想学琴', { weekdays: [6, 7] }],
    ['晚上7点以后才有空', { hours: '19:00-21:30' }],
    ['上午9点到11点半可以来', { hours: '09:00-11:30' }],
    ['想下午三点半来', { hours: '15:30-17:30' }],
  ])('%s', (text, times) => {
    expect(guessTimes(text)).toEqual(times)
  })
  test.each(['周末楼上一直吵', '晚上路灯不亮', '昨晚停电了', '想学琴', '上周六来过没人'])(
    '「%s」 limits nothing',
    (text) => {
      expect(guessTimes(text)).toEqual({})
    },
  )
  test('hours are always a span within one day', () => {
    const parts = fc.constantFrom(
      '上午',
      '下午',
      '晚上',
      '9点',
      '十一点半',
      '到',
      '以后',
      '之前',
      '有空',
      '周三',
      '25点',
      '，',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (words) => {
        const { hours, weekdays } = guessTimes(words.join(''))
        if (hours) {
          const [from = '', to = ''] = hours.split('-')
          expect(hours).toMatch(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
          expect(from < to && to <= '24:00').toBe(true)
        }
        if (weekdays) expect(weekdays.every((day) => day >= 1 && day <= 7)).toBe(true)
      }),
    )
  })
})

test('what the wish does not tell is taken from around it', () => {
  const facts = guessFacts('想找人理发', '我妈瘫痪在床，想找人理发。周三有空')
  expect(facts).toMatchObject({ beneficiary: ['老人'], mobilityImpaired: true, weekdays: [3], headcount: 1 })
})
