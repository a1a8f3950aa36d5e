import fc from 'fast-check'
import {
  type CodeKind,
  claimedId,
  readSignedCode,
  signedCode,
  validUntil,
} from '../../cloudfunctions/_kit/rotating-code.rule'
import { asInstant } from '../../types/common/time'

const at = (ms: number) => asInstant(1_800_000_000_000 + ms)
const half = 30_000
const kind: CodeKind = { prefix: 'LL9', purpose: 'test', window: half }

test('a window ends at the next full step', () => {
  expect([validUntil(at(0), half), validUntil(at(29_999), half), validUntil(at(30_000), half)]).toEqual([
    at(30_000),
    at(30_000),
    at(60_000),
  ])
})

describe('a code that names a row', () => {
  const code = signedCode(kind, 'seed', 'row-1', at(0))
  test('begins with its kind and the row', () => {
    expect(code).toMatch(/^LL9\.row-1\.[0-9a-f]{24}$/)
  })
  test('holds in its window and the next, for this secret and purpose', () => {
    const read = (ms: number, more: Partial<CodeKind> = {}, seed = 'seed') =>
      readSignedCode({ ...kind, ...more }, code, seed, at(ms))
    expect([read(0), read(half), read(2 * half - 1)]).toEqual(['row-1', 'row-1', 'row-1'])
    expect([read(-1), read(2 * half)]).toEqual([undefined, undefined])
    expect([read(0, { purpose: 'other' }), read(0, { prefix: 'LL8' }), read(0, {}, 'other')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
  test('tells which row it claims to name before its signature is looked at', () => {
    expect(claimedId(kind, ` ${code.slice(0, -1)}x `)).toBe('row-1')
    expect(
      ['LL9.row-1', `${code}.more`, 'LL9..0', 'LL9.a b.0', 'nothing'].map((text) => claimedId(kind, text)),
    ).toEqual(['', '', '', '', ''])
  })
  test('is never read from another text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readSignedCode(kind, text, 'seed', at(0))).toBe(undefined)
        expect(readSignedCode(kind, `LL9.${text}.`, 'seed', at(0))).toBe(undefined)
      }),
    )
  })
})
