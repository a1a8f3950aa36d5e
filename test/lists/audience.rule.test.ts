import fc from 'fast-check'
import {
  audienceFits,
  audienceIsAimed,
  readAge,
  readAgeLimit,
  readNumber,
} from '../../cloudfunctions/lists/matching/audience.rule'

const tags = ['全体居民', '老人', '儿童', '青少年', '残疾人', '妇女', '困难家庭', '新就业群体', '党员']

describe('audience', () => {
  test.each([
    [['老人'], ['老人', '残疾人'], true],
    [['儿童'], ['老人'], false],
    [['全体居民'], ['老人'], false],
    [['妇女'], ['全体居民'], true],
    [[], [], true],
  ])('%j for %j fits: %s', (beneficiary, audience, expected) => {
    expect(audienceFits(beneficiary, audience)).toBe(expected)
  })

  test('an offer for everyone fits whoever asks', () => {
    fc.assert(fc.property(fc.subarray(tags), (asking) => audienceFits(asking, ['全体居民'])))
  })

  test('who is aimed at always fits', () => {
    fc.assert(
      fc.property(fc.subarray(tags), fc.subarray(tags), (asking, audience) => {
        fc.pre(audienceIsAimed(asking, audience))
        return audienceFits(asking, audience)
      }),
    )
  })
})

describe('numbers and ages', () => {
  test.each([
    ['三十五', 35],
    ['十八', 18],
    ['八十', 80],
    ['六', 6],
    ['64', 64],
    ['很多', undefined],
    ['', undefined],
  ])('%s is %s', (text, expected) => {
    expect(readNumber(text)).toBe(expected)
  })

  test.each([
    ['三十五到六十四岁妇女免费做检查', { least: 35, most: 64 }],
    ['三到六岁孩子和家长', { least: 3, most: 6 }],
    ['60周岁以上老人可报名', { least: 60, most: 150 }],
    ['三岁以下婴幼儿', { least: 0, most: 3 }],
    ['六十岁以上减五元', undefined],
    ['七十岁以上半价', undefined],
    ['教老人用手机', undefined],
  ])('%s limits the age to %j', (description, expected) => {
    expect(readAgeLimit(description)).toEqual(expected)
  })

  test.each([
    ['四十六了从没做过检查', 46],
    ['娃三岁，坐不住', 3],
    ['活到八十四，没过过生日', 84],
    ['想学跳舞', undefined],
  ])('%s tells the age %s', (text, expected) => {
    expect(readAge(text)).toBe(expected)
  })
})
