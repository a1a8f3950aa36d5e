import type { Collection, Row } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let places: Collection
const TOWERS: [id: string, longitude: number, latitude: number][] = [
  ['canton-tower', 113.30593, 23.1361155],
  ['baiyun', 113.306789, 23.1564721],
  ['palace', 116.3949659, 39.9163447],
]
beforeAll(async () => {
  cloud = await startRunningCloud()
  const { Point } = cloud.db.Geo
  places = await cloud.collection(
    'places',
    TOWERS.map(([_id, longitude, latitude]) => ({ _id, location: Point(longitude, latitude) })),
  )
  await places.add({ data: { _id: 'nowhere' } })
})
afterAll(() => cloud.stop())

const here = () => cloud.db.Geo.Point(113.3089506, 23.0968251)
const ids = async (filter: Row): Promise<unknown[]> =>
  (await places.where(filter).get()).data.map(({ _id }) => _id)
const box = (west: number, south: number, east: number, north: number): unknown => {
  const { Point, LineString, Polygon } = cloud.db.Geo
  const corner = [
    Point(west, south),
    Point(east, south),
    Point(east, north),
    Point(west, north),
    Point(west, south),
  ]
  return Polygon([LineString(corner)])
}

describe('§1.5 GeoJSON', () => {
  test('every shape comes back as an instance of its class', async () => {
    const { Point, LineString, MultiPoint, MultiLineString, MultiPolygon } = cloud.db.Geo
    const line = LineString([Point(0, 0), Point(1, 1)])
    const area = box(0, 0, 2, 2)
    const shapes = {
      point: Point(-180, 20),
      line,
      area,
      points: MultiPoint([Point(1, 1), Point(2, 2)]),
      lines: MultiLineString([line]),
      areas: MultiPolygon([area]),
      list: [Point(1, 2)],
    }
    const shelf = await cloud.collection('shapes', [{ _id: 's', ...shapes }])
    const { data } = await shelf.doc('s').get()
    expect(data).toEqual({ _id: 's', ...shapes })
    expect([data.point, data.areas].map((shape) => Object(shape).constructor.name)).toEqual([
      'Point',
      'MultiPolygon',
    ])
    expect((await shelf.doc('s').set({ data: shapes })).stats.updated).toBe(1)
  })

  test('on the wire a point is plain GeoJSON', async () => {
    const { data } = await cloud.wire('database.getDocument', {
      collectionName: 'places',
      query: '{"_id":"palace"}',
    })
    expect(data).toEqual({
      list: ['{"_id":"palace","location":{"type":"Point","coordinates":[116.3949659,39.9163447]}}'],
    })
  })
})

describe('§1.6 where with places', () => {
  test('geoNear finds within metres, the nearest first, and never what has no place', async () => {
    const { geoNear } = cloud.db.command
    expect(await ids({ location: geoNear({ geometry: here() }) })).toEqual([
      'canton-tower',
      'baiyun',
      'palace',
    ])
    expect(await ids({ location: geoNear({ geometry: here(), maxDistance: 5000 }) })).toEqual([
      'canton-tower',
    ])
    expect(
      await ids({ location: geoNear({ geometry: here(), minDistance: 5000, maxDistance: 9000 }) }),
    ).toEqual(['baiyun'])
  })

  test('geoWithin an area, and a circle in radians', async () => {
    const { geoWithin } = cloud.db.command
    expect(await ids({ location: geoWithin({ geometry: box(113, 23, 114, 24) }) })).toEqual([
      'canton-tower',
      'baiyun',
    ])
    expect(await ids({ location: geoWithin({ centerSphere: [here(), 5 / 6378.1] }) })).toEqual([
      'canton-tower',
    ])
  })

  test('geoIntersects an area', async () => {
    const { geoIntersects } = cloud.db.command
    expect(await ids({ location: geoIntersects({ geometry: box(116, 39, 117, 40) }) })).toEqual(['palace'])
  })

  test('updates and removals take such conditions too', async () => {
    const { geoWithin } = cloud.db.command
    const inside = { location: geoWithin({ geometry: box(-2, -2, 2, 2) }) }
    await places.add({ data: { _id: 'origin', location: cloud.db.Geo.Point(0, 0) } })
    expect((await places.where(inside).update({ data: { seen: true } })).stats.updated).toBe(1)
    expect((await places.where(inside).remove()).stats.removed).toBe(1)
  })
})

describe('§1.6 the geoNear stage', () => {
  test('answers distances in metres, to the last digit as the cloud does', async () => {
    const { list } = await places
      .aggregate()
      .geoNear({
        near: here(),
        spherical: true,
        distanceField: 'far.metres',
        includeLocs: 'at',
        key: 'location',
        query: { _id: /^b/ },
      })
      .end()
    const location = { type: 'Point', coordinates: [113.306789, 23.1564721] }
    expect(list).toEqual([{ _id: 'baiyun', location, at: location, far: { metres: 6643.521654040738 } }])
  })

  // MongoDB's C library rounds sines correctly, JavaScript engines do not always.
  test('answers to the last digit also where the sines of JavaScript are off', async () => {
    const { list } = await places
      .aggregate()
      .geoNear({ near: here(), spherical: true, distanceField: 'metres', key: 'location', maxDistance: 5000 })
      .project({ metres: 1 })
      .end()
    expect(list).toEqual([{ _id: 'canton-tower', metres: 4384.68131486958 }])
  })

  test('takes limits, distances and a multiplier, and the one field with places by itself', async () => {
    const near = { near: here(), spherical: true, distanceField: 'km', distanceMultiplier: 0.001 }
    const { list } = await places
      .aggregate()
      .geoNear({ ...near, maxDistance: 7000 })
      .project({ km: 1 })
      .end()
    expect(list).toMatchObject([{ _id: 'canton-tower' }, { _id: 'baiyun', km: expect.closeTo(6.6435, 4) }])
    expect(
      (
        await places
          .aggregate()
          .geoNear({ ...near, limit: 1 })
          .end()
      ).list,
    ).toHaveLength(1)
  })

  test('without spherical or a distanceField is DATABASE_REQUEST_FAILED', async () => {
    for (const options of [
      { near: here(), distanceField: 'd' },
      { near: here(), spherical: true },
    ]) {
      const asked = places.aggregate().geoNear(options).end()
      await expect(asked).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    }
  })
})
