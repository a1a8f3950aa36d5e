import { pageOf, pageSize } from '../../cloudfunctions/_kit/page.rule'

const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ order: `o${n}` }))

describe('a page', () => {
  test('of nothing has no rows and no next', () => {
    expect(pageOf([])).toEqual({ rows: [] })
  })

  test('that just fits has no next', () => {
    expect(pageOf(rows(pageSize))).toEqual({ rows: rows(pageSize) })
  })

  test('of which there is more names its last row as next', () => {
    const page = pageOf(rows(pageSize + 1))
    expect(page.rows).toHaveLength(pageSize)
    expect(page.next).toBe(`o${pageSize - 1}`)
  })
})
