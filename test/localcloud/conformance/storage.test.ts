import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestCloud } from '../../harness/cloud'
import { fieldOf, startFixtureCloud } from '../fixture-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startFixtureCloud({ testClock: true })
})
afterAll(() => cloud.stop())

const files = (data: unknown) => cloud.callRaw('files', data, { openid: 'staff-1' })
const upload = async (path: string, text: string) => (await files({ call: 'upload', path, text })).body
const urlOf = async (fileID: string): Promise<string> => {
  const { body } = await files({ call: 'url', fileIDs: [fileID] })
  const [file] = fieldOf(body, 'fileList') as unknown[]
  return String(fieldOf(file, 'tempFileURL'))
}

describe('§1.7 a file stored by a function', () => {
  test('comes back byte for byte, whatever its path', async () => {
    const fileID = String(fieldOf(await upload('清单/2026年11月 (1).txt', '三张清单'), 'fileID'))
    expect(fileID).toMatch(/^cloud:\/\/.+\/清单\/2026年11月 \(1\)\.txt$/)
    expect((await files({ call: 'download', fileID })).body).toBe('三张清单')
  })

  test('replaces the file of the same path', async () => {
    await upload('a.txt', 'old')
    const fileID = String(fieldOf(await upload('a.txt', 'new'), 'fileID'))
    expect((await files({ call: 'download', fileID })).body).toBe('new')
  })

  test('is gone once deleted, and a second deletion says so', async () => {
    const fileID = String(fieldOf(await upload('gone.txt', 'x'), 'fileID'))
    const first = await files({ call: 'delete', fileIDs: [fileID] })
    expect(first.body).toMatchObject({ fileList: [{ fileID, status: 0 }] })
    const second = await files({ call: 'delete', fileIDs: [fileID] })
    expect(second.body).toMatchObject({ fileList: [{ fileID, status: -503003 }] })
    expect((await files({ call: 'download', fileID })).status).toBe(500)
  })

  test.each(['../out.txt', '/root.txt', 'a//b.txt', 'a/./b.txt', ''])(
    'is refused under «%s»',
    async (path) => {
      expect((await files({ call: 'upload', path, text: 'x' })).status).toBe(500)
    },
  )

  test('cannot be asked for with more than fifty others', async () => {
    const fileIDs = Array.from({ length: 51 }, (_, index) => `cloud://local.local-local/${index}.txt`)
    for (const call of ['url', 'delete']) {
      const { status, body } = await files({ call, fileIDs })
      expect(status).toBe(500)
      expect(fieldOf(body, 'errMsg')).toContain('INVALID_PARAM')
    }
  })
})

describe('§1.7 a temporary URL', () => {
  test('opens for anybody until its day has passed', async () => {
    const url = await urlOf(String(fieldOf(await upload('day.csv', '编号,内容'), 'fileID')))
    const response = await fetch(url)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await response.text()).toBe('编号,内容')
    await cloud.clock({ advance: 86_400_000 })
    expect((await fetch(url)).status).toBe(403)
    await cloud.clock({ now: null })
  })

  test('cannot be made up, stretched or turned into a write', async () => {
    const url = await urlOf(String(fieldOf(await upload('own.txt', 'mine'), 'fileID')))
    expect((await fetch(url.replace(/sign=\w/, 'sign=_'))).status).toBe(403)
    expect((await fetch(url.replace(/t=\d/, 't=9'))).status).toBe(403)
    const signature = new URL(url).searchParams.get('sign') ?? ''
    const write = await fetch(url, { method: 'PUT', body: 'theirs', headers: { authorization: signature } })
    expect(write.status).toBe(403)
    expect(await (await fetch(url)).text()).toBe('mine')
  })
})

describe('a file a phone uploads', () => {
  test('gets an id that functions can read', async () => {
    const fileID = await cloud.upload({ name: '需求.csv', content: '编号,内容' }, 'staff-1')
    expect(fileID).toMatch(/^cloud:\/\/.+\.csv$/)
    expect((await files({ call: 'download', fileID })).body).toBe('编号,内容')
  })

  test('needs an owner and a file', async () => {
    const form = new FormData()
    form.append('file', new Blob(['x']), 'x.txt')
    expect((await fetch(`${cloud.url}/upload`, { method: 'POST', body: form })).status).toBe(400)
    const empty = await fetch(`${cloud.url}/upload`, { method: 'POST', headers: { 'x-openid': 'a' } })
    expect(empty.status).toBe(400)
  })

  test('above 50 MB is refused and leaves nothing behind', async () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(50 * 1024 * 1024 + 1)]), 'film.bin')
    const headers = { 'x-openid': 'resident-1' }
    const response = await fetch(`${cloud.url}/upload`, { method: 'POST', body: form, headers })
    expect(response.status).toBe(413)
    expect(readdirSync(join(cloud.dataDir, 'storage')).filter((name) => name.endsWith('.bin'))).toEqual([])
  })
})
