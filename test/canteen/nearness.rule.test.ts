import fc from 'fast-check'
import { metresBetween, nearestFirst } from '../../cloudfunctions/canteen/nearness.rule'

const wuhan = { lng: 114.3055, lat: 30.5928 }

describe('metres between two places', () => {
  test.each([
    ['the same place', wuhan, 0],
    ['a hundredth of a degree north', { ...wuhan, lat: wuhan.lat + 0.01 }, 1112],
    ['a hundredth of a degree east', { ...wuhan, lng: wuhan.lng + 0.01 }, 957],
    ['Beijing', { lng: 116.4074, lat: 39.9042 }, 1_053_000],
    ['the other side of the earth', { lng: wuhan.lng - 180, lat: -wuhan.lat }, 20_015_115],
  ])('%s', (_name, place, metres) => {
    const found = metresBetween(wuhan, place)
    expect(Math.abs(found - metres)).toBeLessThanOrEqual(metres / 500)
    expect(Number.isInteger(found)).toBe(true)
  })

  test('are the same there and back, across the date line, too', () => {
    expect(metresBetween({ lng: 179.99, lat: 0 }, { lng: -179.99, lat: 0 })).toBe(2224)
    const place = fc.record({
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
    })
    fc.assert(fc.property(place, place, (a, b) => metresBetween(a, b) === metresBetween(b, a)))
  })
})

describe('nearest first', () => {
  const here = { name: 'here', centreId: 'd.s.c' }
  const street = { name: 'street', centreId: 'd.s.x', place: { ...wuhan, lat: wuhan.lat + 0.02 } }
  const close = { name: 'close', centreId: 'd.t.y', place: { ...wuhan, lat: wuhan.lat + 0.01 } }
  const names = (near?: typeof wuhan) =>
    nearestFirst([close, street, here], 'd.s.c.z', near).map(({ canteen }) => canteen.name)

  test('goes by the tree when nobody says where they are', () => {
    expect(names()).toEqual(['here', 'street', 'close'])
    expect(nearestFirst([close], 'd', undefined)).toEqual([{ canteen: close }])
  })

  test('goes by distance otherwise; what is not on the map comes last and has none', () => {
    expect(names(wuhan)).toEqual(['close', 'street', 'here'])
    const found = nearestFirst([here, close], 'd.s.c', wuhan)
    expect(found).toEqual([{ canteen: close, metres: 1112 }, { canteen: here }])
  })

  test('goes by the tree between two that are as far', () => {
    const twin = { ...close, name: 'twin', centreId: 'd.s.c' }
    expect(nearestFirst([close, twin], 'd.s.c', wuhan).map(({ canteen }) => canteen.name)).toEqual([
      'twin',
      'close',
    ])
  })
})
