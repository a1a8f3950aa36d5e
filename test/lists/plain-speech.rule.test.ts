import fc from 'fast-check'
import { heardAndPlain, inPlainSpeech } from '../../cloudfunctions/lists/matching/plain-speech.rule'

test.each([
  ['雪柜坏咗', '冰箱坏了'],
  ['瞓唔着', '睡不着'],
  ['厕所塞咗，水喉又漏', '厕所堵了，水龙头又漏'],
  ['想办抵保', '想办低保'],
  ['一插就跳匣', '一插就跳闸'],
  ['家里很好', '家里很好'],
])('%s means %s', (heard, meant) => {
  expect(inPlainSpeech(heard)).toBe(meant)
})

test('what was heard is kept beside what was meant', () => {
  expect(heardAndPlain('雪柜空了')).toBe('雪柜空了。冰箱空了')
  expect(heardAndPlain('冰箱空了')).toBe('冰箱空了')
})

test('every text can be said plainly, and one without Chinese stays as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof inPlainSpeech(text) === 'string'))
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => inPlainSpeech(text) === text))
})
