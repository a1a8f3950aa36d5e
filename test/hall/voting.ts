import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collections, type Documents } from '../../cloudfunctions/_kit/collections'
import type { BallotDocument, RollDocument } from '../../cloudfunctions/_kit/documents/ballots'
import type { HouseholdDocument, ResidentDocument } from '../../cloudfunctions/_kit/documents/community'
import { bundleFunctions } from '../../config/bundle-functions'
import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import { hallContract } from '../../types/hall.contract'
import type { Probe } from '../canteen/fixtures/functions/probe/index'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, joins, openTown, people, startCode } from '../harness/town'
import { ballotRow, centreId, homeRow, nine, rollRow, voterRow } from './ballot-rows'

type Hall = typeof hallContract

export const { staff, secretary, officer, resident, residentElsewhere, staffElsewhere, stranger } = people
/** Works at 金桂, too, and lives nowhere near. */
export const colleague = 'test-colleague'
/** The key of these clouds, so that a test can try what only the function may. */
export const dataKey = Buffer.alloc(32, 9).toString('base64')

const dist = join(__dirname, '..', '..', 'dist', 'cloudfunctions')
/** The function that looks at the database behind the room's back is the canteen's. */
const probes = join(__dirname, '..', 'canteen', 'fixtures', 'functions')
/** Rows planted with one call, which may carry 100 KB. */
const perCall = 150

/** A household with one person in it. */
export interface Home {
  readonly home: HouseholdDocument
  readonly openid: string
}

/** What a call answered: the code of a refusal, or `ok`. */
export const codeOf = ({ reply }: { readonly reply: { readonly ok: boolean } }): string =>
  reply.ok ? 'ok' : String(Reflect.get(reply, 'code'))

/** How many of some answers came out how. */
export const tallied = (answers: readonly { readonly reply: { readonly ok: boolean } }[]) => {
  const counts = new Map<string, number>()
  for (const answer of answers) counts.set(codeOf(answer), (counts.get(codeOf(answer)) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** The town with a second member of staff, on a Thursday at nine: no ballots yet. The clock can be moved. */
export const openVoting = async (options: TestCloudOptions = {}) => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-voting-'))
  await bundleFunctions({ source: probes, target: functions })
  cpSync(dist, functions, { recursive: true })
  const environment = { LINLI_FIRST_STAFF_CODE: startCode, LINLI_DATA_KEY: dataKey }
  const town = await openTown({ functions, environment, testClock: true, testFaults: true, ...options })
  await joins(town, colleague, centreId, '钱同事', 30)
  await town.done(communityContract, 'appoint', { centreId, residentId: colleague, role: 'staff' }, officer)
  await town.cloud.clock({ now: nine })

  const probe = async (asked: Probe): Promise<unknown> => {
    const { status, body } = await town.cloud.callRaw('probe', asked, { openid: staff })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  const rows = async <N extends keyof Documents>(
    of: N,
    where: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly Documents[N][]> => (await probe({ do: 'rows', of, where })) as readonly Documents[N][]
  const plant = async <N extends keyof Documents>(of: N, planted: readonly Documents[N][]): Promise<void> => {
    for (let at = 0; at < planted.length; at += perCall) {
      await probe({ do: 'plant', of, rows: planted.slice(at, at + perCall) })
    }
  }
  let made = 0

  const hall = {
    town,
    rows,
    plant,
    row: async <N extends keyof Documents>(of: N, id: string): Promise<Documents[N]> => {
      const [found] = await rows(of, { _id: id })
      if (!found) throw new Error(`no ${of} ${id}`)
      return found
    },
    /** Sets fields of a row as they are given. */
    set: (of: keyof Documents, id: string, fields: Readonly<Record<string, unknown>>) =>
      probe({ do: 'set', of, id, fields }),
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
    /** Plants households with one person in each; answers both. */
    homes: async (count: number, facts: Partial<ResidentDocument> = {}): Promise<readonly Home[]> => {
      const planted = Array.from({ length: count }, () => {
        made += 1
        const home = homeRow(String(10_000 + made))
        return { home, openid: `voter-${made}` }
      })
      await plant(
        'households',
        planted.map(({ home }) => home),
      )
      await plant(
        'residents',
        planted.map(({ home, openid }) => voterRow(openid, home, facts)),
      )
      return planted
    },
    /** Plants an open ballot with these rows on its roll; answers its id. */
    ballot: async (
      roll: readonly ((ballotId: string) => RollDocument)[],
      facts: Partial<BallotDocument> = {},
    ): Promise<string> => {
      made += 1
      const ballotId = `ballot-${made}`
      const planted = roll.map((row) => row(ballotId))
      const area = planted.reduce((sum, row) => sum + row.area, 0)
      await plant('ballotRoll', planted)
      await plant('ballots', [ballotRow(ballotId, { roll: { votes: planted.length, area }, ...facts })])
      return ballotId
    },
    /** The same with one row for each of some households. */
    ballotOf: (homes: readonly Home[], facts: Partial<BallotDocument> = {}): Promise<string> =>
      hall.ballot(
        homes.map(
          ({ home }) =>
            (ballotId: string) =>
              rollRow(ballotId, [home]),
        ),
        facts,
      ),
    ballotRow: (ballotId: string) => hall.row('ballots', ballotId),
    clock: (change: { now?: number; advance?: number }) => town.cloud.clock(change),
    tick: async (headers?: Record<string, string>): Promise<number> => {
      const { status, body } = await town.cloud.timer('hall', 'tick', headers)
      if (status !== 200 && !headers) throw new Error(JSON.stringify(body))
      return status
    },
    /** Ticks until a ballot is counted: others that are due come before it. Answers it. */
    counted: async (ballotId: string): Promise<BallotDocument> => {
      for (let ticks = 0; ticks < 20; ticks += 1) {
        await hall.tick()
        const ballot = await hall.ballotRow(ballotId)
        if (ballot.state === 'counted') return ballot
      }
      throw new Error(`${ballotId} is never counted`)
    },
    /** Every stored row of every collection, as text. */
    everything: async (): Promise<string> => {
      const all: string[] = []
      for (const { name } of collections) all.push(JSON.stringify(await rows(name)))
      return all.join('\n')
    },
    stop: async (): Promise<void> => {
      await town.cloud.stop()
      rmSync(functions, { recursive: true, force: true })
    },
  }
  return hall
}

export type Voting = Awaited<ReturnType<typeof openVoting>>
