import { childCentre, district, levelOf } from '../../cloudfunctions/community/centre.rule'

const facts = { name: '某处', phone: '027-1', address: '春江路' }

describe('the level of a centre', () => {
  test.each([
    ['hudong', 'district'],
    ['hudong.chunjiang', 'street'],
    ['hudong.chunjiang.jingui', 'community'],
    ['hudong.chunjiang.jingui.zhan1', 'station'],
    ['hudong.chunjiang.jingui.zhan1.a', undefined],
  ])('%s is %s', (id, level) => {
    expect(levelOf(id)).toBe(level)
  })
})

describe('a new centre', () => {
  const root = district('hudong', facts, 'r1')

  test('at the root is a district without parent', () => {
    expect(root).toEqual({ _id: 'hudong', parentId: '', level: 'district', ...facts, madeBy: 'r1' })
  })

  test('stands one level under its parent', () => {
    expect(childCentre(root, 'chunjiang', facts, 'r2')).toEqual({
      _id: 'hudong.chunjiang',
      parentId: 'hudong',
      level: 'street',
      ...facts,
      madeBy: 'r2',
    })
  })

  test('is refused under a station', () => {
    const station = { ...root, _id: 'a.b.c.d', level: 'station' } as const
    expect(childCentre(station, 'e', facts, 'r')).toEqual({ refused: 'COMMUNITY.TOO_DEEP' })
  })

  test('is refused under nothing', () => {
    expect(childCentre(undefined, 'e', facts, 'r')).toEqual({ refused: 'COMMUNITY.NO_CENTRE' })
  })
})
