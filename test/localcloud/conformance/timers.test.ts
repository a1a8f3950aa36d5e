import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFunctionConfig } from '../../../localcloud/functions/function-config'
import { schedule } from '../../../localcloud/functions/timers'
import type { TestCloud } from '../../harness/cloud'
import { fieldOf, startFixtureCloud } from '../fixture-cloud'

const nextRuns = (config: string, from: string, count: number): string[] =>
  schedule(config)
    .nextRuns(count, new Date(from))
    .map((run) => run.toISOString())

describe('§2.2 a schedule', () => {
  test('reads seven fields, seconds first, in UTC+8', () => {
    expect(nextRuns('0 30 2 * * * *', '2026-11-20T16:00:00Z', 2)).toEqual([
      '2026-11-20T18:30:00.000Z',
      '2026-11-21T18:30:00.000Z',
    ])
  })

  test('with a day and a weekday runs on either', () => {
    const runs = nextRuns('0 0 0 1 * 1 *', '2026-11-25T00:00:00Z', 3)
    expect(runs).toEqual(['2026-11-29T16:00:00.000Z', '2026-11-30T16:00:00.000Z', '2026-12-06T16:00:00.000Z'])
  })

  test('with a weekday alone leaves the other days out, and 0 is Sunday', () => {
    expect(nextRuns('0 0 9 * * 0 *', '2026-11-20T00:00:00Z', 2)).toEqual([
      '2026-11-22T01:00:00.000Z',
      '2026-11-29T01:00:00.000Z',
    ])
  })

  test('with a year runs in that year only', () => {
    expect(nextRuns('0 0 2 1 * * 2027', '2026-11-20T00:00:00Z', 1)).toEqual(['2026-12-31T18:00:00.000Z'])
  })
})

describe('§2.2 what config.json may ask for', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'linli-config-'))
    mkdirSync(join(root, 'room'))
  })
  afterEach(() => rmSync(root, { recursive: true }))
  const read = (config: unknown) => {
    writeFileSync(join(root, 'room', 'config.json'), JSON.stringify(config))
    return readFunctionConfig(root, 'room')
  }
  const timer = (name: string, config = '0 0 2 * * * *') => ({ name, type: 'timer', config })

  test('nothing means 3 s and 256 MB, no openapi, no timer', () => {
    expect(read({})).toMatchObject({ timeoutSeconds: 3, memoryMB: 256, openapi: [], triggers: [] })
  })

  test.each([
    ['a timeout above 60 s', { timeout: 61 }],
    ['a timeout of none', { timeout: 0 }],
    ['memory above 3072 MB', { memorySize: 4096 }],
    ['two triggers', { triggers: [timer('one'), timer('two')] }],
    ['a trigger name with a blank', { triggers: [timer('two words')] }],
    ['six fields', { triggers: [timer('daily', '0 0 2 * * *')] }],
  ])('%s is refused', (_, config) => {
    expect(() => read(config)).toThrow('function room: config.json')
  })
})

describe('§2.2 a timer fired by hand', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startFixtureCloud({ testClock: true })
  })
  afterAll(() => cloud.stop())

  test('brings the timer’s event and source', async () => {
    const { status, body } = await cloud.timer('echo', 'daily')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'daily' },
      triggerSource: 'timer',
    })
  })

  test('on a warm instance still shows the last caller, who is not its caller', async () => {
    await cloud.callRaw('echo', {}, { openid: 'resident-9' })
    const { body } = await cloud.timer('echo', 'daily')
    expect(body).toMatchObject({ triggerSource: 'timer', openidVariable: 'resident-9' })
    const { body: next } = await cloud.callRaw('echo', {}, { openid: 'resident-8' })
    expect(next).toMatchObject({ triggerSource: '', context: { OPENID: 'resident-8', SOURCE: 'wx_client' } })
  })

  test('that no function declares is not found', async () => {
    expect((await cloud.timer('echo', 'weekly')).status).toBe(404)
    expect((await cloud.timer('nobody', 'daily')).status).toBe(404)
  })

  test('carries the time of the cloud’s clock', async () => {
    const day = Date.UTC(2027, 0, 31, 18, 30)
    await cloud.clock({ now: day })
    const { body } = await cloud.timer('echo', 'daily')
    expect(fieldOf(fieldOf(body, 'event'), 'Time')).toBe('2027-01-31T18:30:00Z')
    const offset = Number(fieldOf(body, 'clockOffset'))
    expect(Math.abs(Date.now() + offset - day)).toBeLessThan(5_000)
    await cloud.clock({ now: null })
    expect(fieldOf((await cloud.timer('echo', 'daily')).body, 'clockOffset')).toBe('0')
  })

  test('fires with a clock that is moved, each run at its own moment', async () => {
    await cloud.clock({ now: Date.UTC(2026, 10, 20, 12) })
    const moved = await fetch(`${cloud.url}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: 2 * 86_400_000, fire: true }),
    })
    const { fired, now } = Object(await moved.json())
    const daily = fired.filter((run: { functionName: string }) => run.functionName === 'echo')
    expect(daily.map((run: { result: string }) => JSON.parse(run.result).event.Time)).toEqual([
      '2026-11-20T18:30:00Z',
      '2026-11-21T18:30:00Z',
    ])
    expect(Math.abs(now - Date.UTC(2026, 10, 22, 12))).toBeLessThan(60_000)
    await cloud.clock({ now: null })
  })
})
