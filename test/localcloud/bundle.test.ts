import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunctions } from '../../config/bundle-functions'
import { startTestCloud } from '../harness/cloud'

const source = join(__dirname, 'fixtures', 'rooms')
let target: string
beforeAll(async () => {
  target = mkdtempSync(join(tmpdir(), 'linli-bundle-'))
  await bundleFunctions({ source, target })
})
afterAll(() => rmSync(target, { recursive: true }))

test('a room becomes one folder with its settings and what it reads', () => {
  expect(readdirSync(target).sort()).toEqual(['collections.json', 'words'])
  expect(readdirSync(join(target, 'words')).sort()).toEqual([
    'config.json',
    'index.js',
    'jieba_rs_wasm_bg.wasm',
  ])
})

test('the declared collections are written as JSON', () => {
  expect(JSON.parse(readFileSync(join(target, 'collections.json'), 'utf8'))).toEqual([
    { name: 'notes', indexes: [] },
  ])
})

test('database, openapi and the dictionary work from inside the bundle', async () => {
  const cloud = await startTestCloud({ functions: target })
  const { body } = await cloud.callRaw('words', { text: '社区老人理发' }, { openid: 'resident-1' })
  await cloud.stop()
  expect(body).toMatchObject({ words: ['社区', '老人', '理发'], count: { total: 1 }, suggest: 'pass' })
})
