import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Documents } from '../../cloudfunctions/_kit/collections'
import type { ResidentDocument } from '../../cloudfunctions/_kit/documents/community'
import type { SessionDocument } from '../../cloudfunctions/_kit/documents/sessions'
import { bundleFunctions } from '../../config/bundle-functions'
import type { ActionName, InputOf } from '../../types/common/contract'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { hallContract } from '../../types/hall.contract'
import type { Probe } from '../canteen/fixtures/functions/probe/index'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, openTown, people } from '../harness/town'
import { centreId, morning } from './session-rows'

type Hall = typeof hallContract

export { centreId, day, matterRow, morning } from './session-rows'
export const { staff, resident, stranger, staffElsewhere, residentElsewhere, volunteer } = people

const hour = 3_600_000

const dist = join(__dirname, '..', '..', 'dist', 'cloudfunctions')
/** Rows planted with one call, which may carry 100 KB. */
const perCall = 60

/** Residents of 5栋, approved; `from` counts on where others were planted. */
export const neighbours = (
  count: number,
  from = 0,
  facts: Partial<ResidentDocument> = {},
): ResidentDocument[] =>
  Array.from({ length: count }, (_one, n) => ({
    _id: `neighbour-${from + n}`,
    nameSealed: '',
    nameMasked: '赵**',
    phoneSealed: '',
    phoneMasked: '',
    phoneHash: '',
    centreId,
    membership: 'approved',
    rejectedBecause: '',
    building: '5栋',
    room: `1-${100 + from + n}`,
    householdId: `house-${from + n}`,
    roles: [],
    askedAt: asInstant(0),
    order: '',
    ...facts,
  }))

/** What the staff plan: in four days at seven in the evening, for 5栋, with a builder by name. */
export const planned = (facts: Partial<InputOf<Hall, 'saveSession'>> = {}): InputOf<Hall, 'saveSession'> => {
  const startsAt = facts.startsAt ?? instantOf('2026-12-05' as ShanghaiDay, 19 * 60)
  return {
    centreId,
    seen: 0,
    title: '5栋加装电梯协商',
    startsAt,
    endsAt: startsAt + 2 * hour,
    place: '社区议事厅',
    quorum: 2,
    open: false,
    buildings: ['5号楼'],
    agenda: [{ title: '听施工方介绍方案', minutes: 30 }],
    parties: [{ role: 'builder', title: '演示电梯公司', name: '周工程' }],
    ...facts,
  }
}

/** The town with sessions in its hall, on the first of December at nine. The clock can be moved. */
export const openSessionHall = async (options: TestCloudOptions = {}) => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-session-'))
  await bundleFunctions({
    source: join(__dirname, '..', 'canteen', 'fixtures', 'functions'),
    target: functions,
  })
  cpSync(dist, functions, { recursive: true })
  const town = await openTown({ functions, testClock: true, testFaults: true, ...options })

  const probe = async (asked: Probe): Promise<unknown> => {
    const { status, body } = await town.cloud.callRaw('probe', asked, { openid: staff })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  const rows = async <N extends keyof Documents>(
    of: N,
    where: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly Documents[N][]> => (await probe({ do: 'rows', of, where })) as readonly Documents[N][]
  const row = async <N extends keyof Documents>(of: N, id: string): Promise<Documents[N]> => {
    const [found] = await rows(of, { _id: id })
    if (!found) throw new Error(`no ${of} ${id}`)
    return found
  }
  const plant = async <N extends keyof Documents>(of: N, planted: readonly Documents[N][]): Promise<void> => {
    for (let at = 0; at < planted.length; at += perCall) {
      await probe({ do: 'plant', of, rows: planted.slice(at, at + perCall) })
    }
  }
  const ask = <A extends ActionName<Hall>>(
    action: A,
    input: InputOf<Hall, A>,
    openid: string,
    more?: AskOptions,
  ) => town.ask(hallContract, action, input, openid, more)
  const done = <A extends ActionName<Hall>>(
    action: A,
    input: InputOf<Hall, A>,
    openid: string,
    more?: AskOptions,
  ) => town.done(hallContract, action, input, openid, more)

  await town.cloud.clock({ now: morning })

  const hall = {
    town,
    rows,
    row,
    plant,
    ask,
    done,
    /** Sets fields of a row as they are given. */
    set: (of: keyof Documents, id: string, fields: Readonly<Record<string, unknown>>) =>
      probe({ do: 'set', of, id, fields }),
    session: (id: string): Promise<SessionDocument> => row('sessions', id),
    /** Plans a session; answers its id. */
    draft: async (facts: Partial<InputOf<Hall, 'saveSession'>> = {}): Promise<string> =>
      (await done('saveSession', planned(facts), staff)).sessionId,
    /** Plans and announces one. */
    announced: async (facts: Partial<InputOf<Hall, 'saveSession'>> = {}): Promise<string> => {
      const sessionId = await hall.draft(facts)
      await done('announceSession', { centreId, sessionId, seen: 0 }, staff)
      return sessionId
    },
    /** Writes one outcome for every item. */
    minuted: async (sessionId: string, outcome: 'resolved' | 'continued' | 'dropped'): Promise<number> => {
      const { agenda, changes } = await hall.session(sessionId)
      let seen = changes
      for (const { itemId } of agenda) {
        const input = { centreId, sessionId, itemId, text: '大家都说了', outcome, decisions: [], seen }
        seen = (await done('saveMinutes', input, staff)).changes
      }
      return seen
    },
    tick: async (headers?: Record<string, string>): Promise<number> => {
      const { status, body } = await town.cloud.timer('hall', 'tick', headers)
      if (status !== 200 && !headers) throw new Error(JSON.stringify(body))
      return status
    },
    clock: (change: { now?: number; advance?: number }) => town.cloud.clock(change),
    stop: async (): Promise<void> => {
      await town.cloud.stop()
      if (existsSync(functions)) rmSync(functions, { recursive: true, force: true })
    },
  }
  return hall
}

export type SessionHall = Awaited<ReturnType<typeof openSessionHall>>
