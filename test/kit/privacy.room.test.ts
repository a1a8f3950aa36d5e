import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { communityContract } from '../../types/community.contract'
import { centres, openEmptyTown, openTown, people, phoneOf, type Town } from '../harness/town'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

/** Whether any file of a data folder holds a text, in UTF-8 or UTF-16. */
const holds = (folder: string, text: string): boolean =>
  filesBelow(folder).some((path) => {
    const bytes = readFileSync(path)
    return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'))
  })

describe('personal data', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town?.cloud.stop())

  test('is sealed on disk', async () => {
    await town.done(
      communityContract,
      'revealPhone',
      { centreId: centres.jingui, residentId: people.resident, reason: '核对登记' },
      people.staff,
    )
    await town.done(
      communityContract,
      'findByPhone',
      { centreId: centres.jingui, phone: phoneOf(5) },
      people.secretary,
    )
    await town.cloud.kill9()
    expect(holds(town.cloud.dataDir, people.resident)).toBe(true) // the right folder is looked at
    expect(holds(town.cloud.dataDir, '金桂社区')).toBe(true)
    for (const secret of [phoneOf(5), phoneOf(6), '王小明', '孙待审']) {
      expect([secret, holds(town.cloud.dataDir, secret)]).toEqual([secret, false])
    }
    await town.cloud.restart()
    expect(await town.done(communityContract, 'me', {}, people.resident)).toMatchObject({ name: '王小明' })
  })

  test('does not leave with lists', async () => {
    const { jingui } = centres
    const lists = [
      await town.done(communityContract, 'applications', { centreId: jingui }, people.staff),
      await town.done(communityContract, 'households', { centreId: jingui }, people.staff),
      await town.done(communityContract, 'roleHolders', { centreId: jingui }, people.secretary),
      await town.done(communityContract, 'auditLog', { centreId: jingui }, people.secretary),
    ]
    const said = JSON.stringify(lists)
    for (let n = 1; n <= 7; n += 1) expect(said).not.toContain(phoneOf(n))
    for (const name of ['王小明', '孙待审', '李工作', '周书记']) expect(said).not.toContain(name)
  })
})

describe('a function that fails', () => {
  // a deployment whose key is unusable: every write of a name throws
  let town: Town
  beforeAll(async () => {
    town = await openEmptyTown({
      environment: { LINLI_DATA_KEY: 'too short', LINLI_FIRST_STAFF_CODE: 'test-start-code' },
    })
  })
  afterAll(() => town?.cloud.stop())

  test('answers a trace id and no detail, and logs the trace without the person', async () => {
    const { reply, status } = await town.ask(
      communityContract,
      'startDeployment',
      {
        code: 'test-start-code',
        personName: '王小明',
        segment: 'hudong',
        name: '湖东区',
        phone: '13812341234',
        address: '',
      },
      people.officer,
    )
    expect(status).toBe(200)
    expect(reply).toEqual({
      ok: false,
      code: 'COMMON.INTERNAL',
      message: '没有成功,请重试',
      traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    const log = town.cloud.said().join('\n')
    expect(log).toContain(reply.traceId)
    expect(log).toContain('LINLI_DATA_KEY must be 32 bytes')
    expect(log).not.toMatch(/王小明|13812341234|too short|test-start-code/)
  })
})
