import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Documents } from '../../cloudfunctions/_kit/collections'
import type { MatterDocument } from '../../cloudfunctions/_kit/documents/matters'
import { bundleFunctions } from '../../config/bundle-functions'
import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import { hallContract } from '../../types/hall.contract'
import type { Tier } from '../../types/hall.words'
import type { Probe } from '../canteen/fixtures/functions/probe/index'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, approves, centres, joins, openTown, people } from '../harness/town'
import { morning } from './matter-rows'

type Hall = typeof hallContract

export const centreId = centres.jingui
export const { staff, secretary, resident, pending, officer, volunteer } = people
export const { staffElsewhere, residentElsewhere, stranger } = people
/** A second member of staff, and a second resident. */
export const colleague = 'test-colleague'
export const neighbour = 'test-neighbour'
export const photo = 'cloud://local/lamp.jpg'
export const minute = 60_000

const dist = join(__dirname, '..', '..', 'dist', 'cloudfunctions')
const probeFolder = join(__dirname, '..', 'canteen', 'fixtures', 'functions')

/** Rows planted with one call, which may carry 100 KB. */
const perCall = 60

/** The town with two of staff and two residents, on Tuesday the first of December at nine. The clock can be moved. */
export const openMatterHall = async (options: TestCloudOptions = {}) => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-matters-'))
  await bundleFunctions({ source: probeFolder, target: functions })
  cpSync(dist, functions, { recursive: true })
  const town = await openTown({ functions, testClock: true, testFaults: true, ...options })
  await town.cloud.clock({ now: morning })
  await joins(town, colleague, centreId, '冯同事', 30)
  await town.done(communityContract, 'appoint', { centreId, residentId: colleague, role: 'staff' }, officer)
  await joins(town, neighbour, centreId, '何邻居', 31)
  await approves(town, staff, centreId, neighbour)

  const probe = async (asked: Probe): Promise<unknown> => {
    const { status, body } = await town.cloud.callRaw('probe', asked, { openid: staff })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  const rows = async <N extends keyof Documents>(
    of: N,
    where: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly Documents[N][]> => (await probe({ do: 'rows', of, where })) as readonly Documents[N][]
  const done = <A extends ActionName<Hall>>(
    action: A,
    input: InputOf<Hall, A>,
    openid: string,
    more?: AskOptions,
  ) => town.done(hallContract, action, input, openid, more)
  let made = 0

  const hall = {
    town,
    rows,
    done,
    ask: <A extends ActionName<Hall>>(
      action: A,
      input: InputOf<Hall, A>,
      openid: string,
      more?: AskOptions,
    ) => town.ask(hallContract, action, input, openid, more),
    plant: async <N extends keyof Documents>(of: N, planted: readonly Documents[N][]): Promise<void> => {
      for (let from = 0; from < planted.length; from += perCall) {
        await probe({ do: 'plant', of, rows: planted.slice(from, from + perCall) })
      }
    },
    /** Sets fields of a row as they are given. */
    set: (of: keyof Documents, id: string, fields: Readonly<Record<string, unknown>>) =>
      probe({ do: 'set', of, id, fields }),
    matter: async (matterId: string): Promise<MatterDocument> => {
      const [found] = await rows('matters', { _id: matterId })
      if (!found) throw new Error(`no matter ${matterId}`)
      return found
    },
    /** Enters a matter for nobody’s account, and gives it to a raiser: 10 of one’s own are enough. */
    raised: async (facts: Partial<MatterDocument> = {}): Promise<string> => {
      made += 1
      const said = { text: `第 ${made} 盏路灯不亮`, place: `${made}栋`, photos: [], source: 'visit' as const }
      const { matterId } = await done('enterMatter', { centreId, ...said, name: '赵奶奶' }, staff)
      const raiser = { by: resident, byMasked: '王*明', source: 'self', nextAt: 0 }
      await hall.set('matters', matterId, { ...raiser, ...facts })
      return matterId
    },
    /** The same, given to the staff in a tier. */
    sorted: async (tier: Tier = 'brief', facts: Partial<MatterDocument> = {}): Promise<string> => {
      const matterId = await hall.raised(facts)
      await done('triageMatter', { centreId, matterId, tier, officer: staff }, staff)
      return matterId
    },
    /** The same, answered. */
    answered: async (facts: Partial<MatterDocument> = {}): Promise<string> => {
      const matterId = await hall.sorted('brief', facts)
      const { changes: seen } = await hall.matter(matterId)
      await done('answerMatter', { centreId, matterId, text: '灯头换好了', photos: [photo], seen }, staff)
      return matterId
    },
    clock: (now: number) => town.cloud.clock({ now }),
    tick: async (): Promise<void> => {
      const { status, body } = await town.cloud.timer('hall', 'tick')
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
    /** Titles of what somebody was told of a matter, oldest first. */
    told: async (openid: string, matterId: string): Promise<readonly string[]> =>
      (await rows('notices', { to: openid }))
        .filter(({ page }) => page.includes(matterId))
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ title }) => title),
    stop: async (): Promise<void> => {
      await town.cloud.stop()
      rmSync(functions, { recursive: true, force: true })
    },
  }
  return hall
}

export type MatterHall = Awaited<ReturnType<typeof openMatterHall>>

/** A call's code, or `ok`. */
export const codeOf = ({ reply }: { readonly reply: { readonly ok: boolean } }): string =>
  reply.ok ? 'ok' : String(Reflect.get(reply, 'code'))
