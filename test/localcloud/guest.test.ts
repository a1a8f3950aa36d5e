import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startTestCloud, type TestCloud } from '../harness/cloud'

const ROOT = join(__dirname, '..', '..')
const openid = 'guest-1'

/** Somebody else's project, outside of this one, so that nothing of ours is found by chance. */
let project: string
let cloud: TestCloud
const folder = (name: string): string => join(project, 'cloudfunctions', name)
const write = (name: string, file: string, text: string): void => {
  mkdirSync(join(folder(name), file, '..'), { recursive: true })
  writeFileSync(join(folder(name), file), text)
}

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'linli-guest-'))
  cpSync(join(__dirname, 'fixtures', 'guest'), join(project, 'cloudfunctions'), { recursive: true })
  cloud = await startTestCloud({ functions: join(project, 'cloudfunctions'), explain: true })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(project, { recursive: true })
})

const ask = async (name: string, data: object, as = openid) => {
  const { status, body } = await cloud.callRaw(name, data, { openid: as })
  return { status, body }
}

test('a function of the standard template answers who called, with the SDK of this repository', async () => {
  const { body } = await ask('login', { a: 1 })
  expect(body).toMatchObject({ openid, appid: 'wx0000000000local', env: 'local' })
  expect(body).toMatchObject({ event: { a: 1, userInfo: { openId: openid, appId: 'wx0000000000local' } } })
})

test('a function keeps rows, changes them and finds them again', async () => {
  const { body } = await ask('todo', { action: 'add', title: '修灯', due: 5 })
  await ask('todo', { action: 'add', title: '扫楼道', due: 3 })
  await ask('todo', { action: 'add', title: '别人的', due: 4 }, 'guest-2')
  expect((await ask('todo', { action: 'finish', id: Object(body)._id })).body).toEqual({ updated: 1 })
  expect((await ask('todo', { action: 'list', until: 9 })).body).toEqual([
    { title: '扫楼道', done: false, overdue: true },
    { title: '修灯', done: true, overdue: false },
  ])
})

test('a collection that nobody made is missing, as in the real cloud', async () => {
  const { status, body } = await ask('todo', { action: 'stray' })
  expect(status).toBe(500)
  expect(Object(body).errMsg).toContain('-502005')
  expect(Object(body).errMsg).toContain('Db or Table not exist: never_made')
})

test('openapi answers what config.json declares, and the outbox keeps what WeChat would have sent', async () => {
  expect((await ask('notify', { title: '修灯' })).body).toEqual({ errCode: 43101 })
  await cloud.subscribe(openid, 'todo-due')
  expect((await ask('notify', { title: '修灯' })).body).toEqual({ errCode: 0, undeclared: -604101 })
  const page = await (await fetch(`${cloud.url}/inspect`)).text()
  expect(page).toContain('<td>todo-due</td><td>pages/index/index</td><td>修灯</td>')
})

test('a function calls another one for the same caller', async () => {
  await ask('relay', { action: 'add', title: '浇花', due: 1 }, 'guest-3')
  expect((await ask('todo', { action: 'list', until: 9 }, 'guest-3')).body).toHaveLength(1)
})

test('a function without wx-server-sdk runs', async () => {
  expect(await ask('plain', { a: 1, b: 2 })).toEqual({ status: 200, body: { sum: 3 } })
})

test('the SDK of the function itself comes before ours', async () => {
  write('own', 'node_modules/wx-server-sdk/index.js', "exports.mark = 'their own'\n")
  write('own', 'index.js', "exports.main = async () => require('wx-server-sdk').mark\n")
  expect((await ask('own', {})).body).toBe('their own')
})

test('other packages of ours are not lent, and the refusal says what to do', async () => {
  write('borrower', 'index.js', "const dayjs = require('dayjs')\nexports.main = async () => dayjs().year()\n")
  const { status, body } = await ask('borrower', {})
  expect(status).toBe(500)
  expect(Object(body).errMsg).toContain("Cannot find module 'dayjs'")
  expect(Object(body).errMsg).toContain(`npm install in ${folder('borrower')}`)
})

test('a changed file of a function counts from the next call on', async () => {
  write('words', 'lib/word.js', "module.exports = 'one'\n")
  write('words', 'index.js', "exports.main = async () => require('./lib/word')\n")
  expect((await ask('words', {})).body).toBe('one')
  write('words', 'lib/word.js', "module.exports = 'two'\n")
  expect((await ask('words', {})).body).toBe('two')
})

test('--explain says in one line what a request was, what it read and how it ended', async () => {
  await ask('todo', { action: 'list', until: 9 }, 'guest-4')
  await ask('todo', { action: 'stray' })
  const lines = cloud.said().filter((line) => line.startsWith('[explain]'))
  expect(lines.join('\n')).toMatch(
    /^\[explain\] todo database\.getDocument todos \{.*guest-4.*\} order \{.*\}: [\d.]+ ms, 0 examined, 0 returned$/m,
  )
  expect(lines.join('\n')).toMatch(/getDocument never_made.* refused DATABASE_COLLECTION_NOT_EXIST$/m)
  expect(lines.join('\n')).toMatch(/^\[explain\] notify wx\.openApi subscribeMessage\.send: [\d.]+ ms/m)
})

test('the inspection offers to fire a timer, and what it fired is among the calls', async () => {
  const before = await (await fetch(`${cloud.url}/inspect`)).text()
  expect(before).toContain('<button type="button" data-timer="notify/everyMorning">')
  expect(await cloud.timer('notify', 'everyMorning')).toEqual({
    status: 200,
    body: { fired: 'everyMorning' },
  })
  const after = await (await fetch(`${cloud.url}/inspect`)).text()
  expect(after).toContain('<td>notify.everyMorning</td>')
  expect(after).toContain('<td>_id_, _openid_1, owner_due</td>')
})

/** Runs the repository's command as `npx` does, from the guest's own folder. */
const command = (...args: string[]) =>
  spawn(process.execPath, [join(ROOT, 'config', 'linli-cloud.mjs'), ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

test('linli-cloud takes paths from where it is called, and keeps its data there', async () => {
  const child = command('--functions', './cloudfunctions', '--port', '0', '--data', 'kept')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length).replace(/\/admin$/, ''))
    })
  })
  const reply = await fetch(`${url}/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ name: 'plain', data: { a: 2, b: 3 } }),
  })
  expect(await reply.json()).toEqual({ sum: 5 })
  child.kill('SIGTERM')
  await ended
  rmSync(join(project, 'kept', 'database'), { recursive: true })
})

test('a folder that does not exist is refused in one line', async () => {
  const refusal = await new Promise<string>((resolve) => {
    const args = [join(ROOT, 'config', 'linli-cloud.mjs'), '--functions', 'nowhere', '--port', '0']
    execFile(process.execPath, args, { cwd: project }, (_error, _out, err) => resolve(err))
  })
  expect(refusal).toBe(`--functions nowhere: there is no folder ${join(project, 'nowhere')}\n`)
})
