import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../harness/cloud'

let functions: string
let cloud: TestCloud
const deploy = (name: string, code: string, config: unknown = {}) => {
  mkdirSync(join(functions, name), { recursive: true })
  writeFileSync(join(functions, name, 'index.js'), code)
  writeFileSync(join(functions, name, 'config.json'), JSON.stringify(config))
}
const call = async (name: string) => (await cloud.callRaw(name, {}, { openid: 'resident-1' })).body

beforeEach(() => {
  functions = mkdtempSync(join(tmpdir(), 'linli-functions-'))
})
afterEach(async () => {
  await cloud.stop()
  rmSync(functions, { recursive: true })
})

test('new code of a function runs from the next call on', async () => {
  deploy('room', "exports.main = () => 'old'")
  cloud = await startTestCloud({ functions })
  expect(await call('room')).toBe('old')
  deploy('room', "exports.main = () => 'new'")
  utimesSync(join(functions, 'room', 'index.js'), new Date(), new Date(Date.now() + 1000))
  expect(await call('room')).toBe('new')
})

test('a function deployed while the cloud runs is found', async () => {
  cloud = await startTestCloud({ functions })
  expect(await call('late')).toMatchObject({ errCode: -501000 })
  deploy('late', "exports.main = async () => 'here'")
  expect(await call('late')).toBe('here')
})

test('a function that cannot be loaded says why', async () => {
  deploy('broken', "require('no-such-module')")
  cloud = await startTestCloud({ functions })
  expect(await call('broken')).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining("Cannot find module 'no-such-module'"),
  })
})

test('a folder without node_modules gets the SDK of this repository, its own module comes first', async () => {
  deploy('room', "const cloud = require('wx-server-sdk'); exports.main = () => cloud.getWXContext().OPENID")
  deploy('own', "exports.main = () => require('wx-server-sdk')")
  const own = join(functions, 'own', 'node_modules', 'wx-server-sdk')
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'index.js'), "module.exports = 'its own'")
  cloud = await startTestCloud({ functions })
  expect(await call('room')).toBe('resident-1')
  expect(await call('own')).toBe('its own')
})

test('a bad config.json keeps the cloud from starting', async () => {
  deploy('slow', 'exports.main = () => 1', { timeout: 90 })
  const starting = startTestCloud({ functions })
  await expect(starting).rejects.toThrow('asks for a timeout of 90 s')
  rmSync(join(functions, 'slow'), { recursive: true })
  cloud = await startTestCloud({ functions })
})

test('a trigger fires by itself when its time comes', async () => {
  const trigger = { name: 'tick', type: 'timer', config: '* * * * * * *' }
  deploy('ticking', 'let ticks = 0; exports.main = ({ Type }) => { if (Type) ticks += 1; return ticks }', {
    triggers: [trigger],
  })
  cloud = await startTestCloud({ functions })
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(Number(await call('ticking'))).toBeGreaterThanOrEqual(1)
})
