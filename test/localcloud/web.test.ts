import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playDemoTown } from '../../localcloud/demo-town'
import { escaped } from '../../localcloud/web/html'
import type { TestCloud } from '../harness/cloud'
import { startFixtureCloud } from './fixture-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startFixtureCloud()
})
afterAll(() => cloud.stop())

const page = async (path: string) => {
  const response = await fetch(`${cloud.url}${path}`)
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
const statusFrom = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asking = request(`${cloud.url}/who`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asking.on('error', reject).end()
  })

test('the page of identities is Chinese HTML', async () => {
  const { status, type, text } = await page('/who?next=/%23/lists')
  expect(status).toBe(200)
  expect(type).toBe('text/html; charset=utf-8')
  expect(text).toContain('<h1>您是谁</h1>')
  expect(text).toContain('data-openid="resident-1"')
  expect(text).toContain('王芳 &lt;演示&gt;')
})

test('the inspection shows collections, timers and the last calls with their cost', async () => {
  await cloud.callRaw('write', { tag: '<script>', action: '<b>note</b>' }, { openid: 'resident-1' })
  const { text } = await page('/inspect')
  expect(text).toContain('<td>notes</td><td>2</td>')
  expect(text).toContain('<td>echo</td><td>daily</td><td>0 30 2 * * * *</td>')
  expect(text).toContain('write.&lt;b&gt;note&lt;/b&gt;')
  expect(text).not.toContain('<b>note')
})

test('text in a page is never markup', () => {
  expect(escaped(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;')
})

test('sample files have a page, and nothing else of the folder is served', async () => {
  expect((await page('/demo/')).status).toBe(200)
  expect((await page('/demo/town.ts')).status).toBe(404)
  expect((await page('/demo/..%2f..%2fpackage.json')).status).not.toBe(200)
})

test('another name for this machine is turned away', async () => {
  expect(await statusFrom('evil.example')).toBe(403)
  expect(await statusFrom('localhost')).toBe(200)
})

test('the demo town is not played twice into one data folder', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-town-'))
  const doorless = { url: 'http://127.0.0.1:9', secret: () => '', close: async () => undefined }
  writeFileSync(join(dataDir, 'town.json'), '{}')
  expect(await playDemoTown(doorless, dataDir)).toBe(false)
  rmSync(dataDir, { recursive: true })
})

test('a browser sees a photo by the id WeChat would show it by', async () => {
  const form = new FormData()
  form.append('file', new Blob(['not really a photo'], { type: 'image/jpeg' }), 'photo.jpg')
  const headers = { 'x-openid': 'resident-1' }
  const uploaded = await fetch(`${cloud.url}/upload`, { method: 'POST', headers, body: form })
  const { fileID } = (await uploaded.json()) as { fileID: string }
  const seen = await page(`/file?id=${encodeURIComponent(fileID)}`)
  expect(seen).toEqual({ status: 200, type: 'image/jpeg', text: 'not really a photo' })
  expect((await page('/file?id=cloud%3A%2F%2Fnone')).status).toBe(404)
  expect((await page('/file')).status).toBe(404)
})
