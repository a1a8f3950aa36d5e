import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Documents } from '../../cloudfunctions/_kit/collections'
import type {
  MatterDocument,
  ProblemCount,
  ProblemDocument,
} from '../../cloudfunctions/_kit/documents/matters'
import { bundleFunctions } from '../../config/bundle-functions'
import type { ActionName, InputOf } from '../../types/common/contract'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { communityContract } from '../../types/community.contract'
import { hallContract } from '../../types/hall.contract'
import type { Probe } from '../canteen/fixtures/functions/probe/index'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, centres, joins, openTown, people } from '../harness/town'

type Hall = typeof hallContract

export const centreId = centres.jingui
export const { staff, secretary, resident, staffElsewhere, residentElsewhere, officer } = people
/** Somebody of the street's office. */
export const streetOfficer = 'test-street-officer'
/** A second member of staff. */
export const colleague = 'test-colleague'

/** A moment of a day in Shanghai, `at('2026-11-23', 8)`. */
export const at = (day: string, hours: number): number => instantOf(day as ShanghaiDay, hours * 60)
/** Monday, 23 November 2026, at eight. */
export const monday = at('2026-11-23', 8)
export const photo = 'cloud://local/lamp.jpg'

export const facts = {
  text: '5栋楼下的路灯不亮',
  measure: '联系路灯所更换灯头',
  units: ['金桂物业', '路灯所 No.2'],
  officer: staff as string,
}

/** A matter that is under way, raised by a resident. */
export const matterRow = (id: string, facts: Partial<MatterDocument> = {}): MatterDocument => ({
  _id: id,
  centreId,
  text: '楼下路灯不亮,晚上看不清路',
  place: '5栋',
  photos: [],
  source: 'self',
  anonymous: false,
  by: resident,
  byMasked: '王*明',
  forNameSealed: '',
  forPhoneSealed: '',
  raisedAt: asInstant(monday),
  state: 'underWay',
  hiddenBecause: '',
  tier: 'brief',
  procedure: null,
  done: ['assign'],
  officer: staff,
  officerMasked: '李*作',
  consulted: {},
  concerned: [],
  sessions: [],
  openProblems: 0,
  backers: [],
  story: [],
  answer: '',
  answerPhotos: [],
  dueAt: asInstant(0),
  late: false,
  publicNoticeUntil: '',
  confirmBy: asInstant(0),
  nextAt: asInstant(0),
  changes: 0,
  requestKey: '',
  order: id,
  ...facts,
})

const dist = join(__dirname, '..', '..', 'dist', 'cloudfunctions')
const probeFolder = join(__dirname, '..', 'canteen', 'fixtures', 'functions')

const countOf = (problems: readonly ProblemDocument[]): ProblemCount => ({
  opened: problems.length,
  done: problems.filter(({ state }) => state === 'done').length,
  struckOff: problems.filter(({ state }) => state === 'struckOff').length,
  overdue: problems.filter(({ level }) => level !== 'officer').length,
})

type Counts = ProblemCount & { readonly units: readonly (ProblemCount & { readonly unit: string })[] }

const byUnit = (counts: Counts) => ({
  ...counts,
  units: Object.fromEntries(counts.units.map(({ unit, ...count }) => [unit, { ...count }])),
})

/** The town with a second member of staff and an officer of the street, on a Monday at eight. */
export const openProblemList = async (options: TestCloudOptions = {}) => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-problems-'))
  await bundleFunctions({ source: probeFolder, target: functions })
  cpSync(dist, functions, { recursive: true })
  const town = await openTown({ functions, testClock: true, testFaults: true, ...options })
  await town.cloud.clock({ now: monday })
  await joins(town, colleague, centreId, '冯同事', 30)
  await joins(town, streetOfficer, centreId, '钱街道', 31)
  const appoint = (residentId: string, where: string, role: 'staff' | 'officer') =>
    town.done(communityContract, 'appoint', { centreId: where, residentId, role }, officer)
  await appoint(colleague, centreId, 'staff')
  await appoint(streetOfficer, centres.street, 'officer')

  const probe = async (asked: Probe): Promise<unknown> => {
    const { status, body } = await town.cloud.callRaw('probe', asked, { openid: staff })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  const rows = async <N extends keyof Documents>(
    of: N,
    where: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly Documents[N][]> => (await probe({ do: 'rows', of, where })) as readonly Documents[N][]

  const list = {
    town,
    rows,
    plant: async <N extends keyof Documents>(of: N, planted: readonly Documents[N][]): Promise<void> => {
      for (let from = 0; from < planted.length; from += 60) {
        await probe({ do: 'plant', of, rows: planted.slice(from, from + 60) })
      }
    },
    /** Sets fields of a row as they are given. */
    set: (of: keyof Documents, id: string, fields: Readonly<Record<string, unknown>>) =>
      probe({ do: 'set', of, id, fields }),
    row: async <N extends keyof Documents>(of: N, id: string): Promise<Documents[N]> => {
      const [found] = await rows(of, { _id: id })
      if (!found) throw new Error(`no ${of} ${id}`)
      return found
    },
    problemRow: (id: string): Promise<ProblemDocument> => list.row('problems', id),
    ask: <A extends ActionName<Hall>>(
      action: A,
      input: InputOf<Hall, A>,
      openid: string,
      more?: AskOptions,
    ) => town.ask(hallContract, action, input, openid, more),
    done: <A extends ActionName<Hall>>(
      action: A,
      input: InputOf<Hall, A>,
      openid: string,
      more?: AskOptions,
    ) => town.done(hallContract, action, input, openid, more),
    /** Puts a problem on the list, from a new matter of the resident when there is to be a raiser. */
    listed: async ({ raiser = '', by = staff }: { raiser?: string; by?: string } = {}): Promise<string> => {
      const matterId = `matter-${made}`
      made += 1
      if (raiser !== '') await list.plant('matters', [matterRow(matterId, { by: raiser })])
      const input = {
        centreId,
        ...facts,
        text: `第 ${made} 盏路灯不亮。`,
        ...(raiser !== '' && { matterId }),
      }
      return (await list.done('openProblem', input, by)).problemId
    },
    finish: (problemId: string, by: string = staff) =>
      list.done('finishProblem', { centreId, problemId, text: '换好了', evidence: [photo] }, by),
    clock: (now: number) => town.cloud.clock({ now }),
    tick: async (headers?: Record<string, string>): Promise<number> => {
      const { status, body } = await town.cloud.timer('hall', 'tick', headers)
      if (status !== 200 && !headers) throw new Error(JSON.stringify(body))
      return status
    },
    /** Two timers at once, as often as there is something to do. */
    tickOn: async (times = 4): Promise<void> => {
      for (let n = 0; n < times; n += 1) await Promise.all([list.tick(), list.tick()])
    },
    /** Titles of what somebody was told of a problem, oldest first. */
    told: async (openid: string, problemId: string): Promise<readonly string[]> => {
      const { text } = await list.problemRow(problemId)
      const notices = await rows('notices', { to: openid })
      return notices
        .filter((notice) => notice.page.includes(problemId) || notice.text.includes(text))
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ title }) => title)
    },
    /** Months whose figures are not what their problems add up to. */
    miscounted: async (): Promise<readonly object[]> => {
      const problems = await rows('problems')
      const figures = await rows('problemFigures')
      const months = new Set(problems.map((problem) => `${problem.centreId}:${problem.month}`))
      return [...months].flatMap((id) => {
        const those = problems.filter((problem) => `${problem.centreId}:${problem.month}` === id)
        const counted = {
          ...countOf(those),
          units: [...new Set(those.flatMap((problem) => problem.units))].map((unit) => ({
            unit,
            ...countOf(those.filter((problem) => problem.units.includes(unit))),
          })),
        }
        const figure = figures.find(({ _id }) => _id === id)
        const { opened = 0, done = 0, struckOff = 0, overdue = 0, units = {} } = figure ?? {}
        const told = { opened, done, struckOff, overdue, units: Object.values(units) }
        return isDeepStrictEqual(byUnit(told), byUnit(counted)) ? [] : [{ id, told, counted }]
      })
    },
    stop: async (): Promise<void> => {
      await town.cloud.stop()
      rmSync(functions, { recursive: true, force: true })
    },
  }
  let made = 0
  return list
}

export type ProblemList = Awaited<ReturnType<typeof openProblemList>>

/** The code a call was refused with, or `ok`. */
export const codeOf = ({ reply }: { readonly reply: { readonly ok: boolean } }): string =>
  reply.ok ? 'ok' : String(Reflect.get(reply, 'code'))
