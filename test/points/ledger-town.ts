import { randomUUID } from 'node:crypto'
import type { Documents } from '../../cloudfunctions/_kit/collections'
import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import { pointsContract } from '../../types/points.contract'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, centres, openTown, people } from '../harness/town'
import { day } from './books'

type Points = typeof pointsContract

export const centreId = centres.jingui
export const { secretary, staff, volunteer, resident, staffElsewhere, stranger } = people

/** Rows as they lie in the cloud's database, asked of the database itself. */
export const rawRows = (cloud: { readonly url: string }) => {
  const admin = async (asked: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${cloud.url}/admin?env=local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    const answer = (await response.json()) as { code?: string; data?: Record<string, unknown> }
    if (!answer.data) throw new Error(JSON.stringify(answer))
    return answer.data
  }
  return {
    rows: async <N extends keyof Documents>(
      collectionName: N,
      query: object = {},
    ): Promise<readonly Documents[N][]> => {
      const found: Documents[N][] = []
      for (;;) {
        const { list } = await admin({
          action: 'database.getDocument',
          collectionName,
          queryType: 'WHERE',
          query: JSON.stringify(query),
          offset: found.length,
          limit: 500,
        })
        const texts = list as string[]
        found.push(...texts.map((text) => JSON.parse(text) as Documents[N]))
        if (texts.length < 500) return found
      }
    },
    /** Changes a row behind the functions' back. */
    plant: async (collectionName: keyof Documents, id: string, change: object): Promise<void> => {
      await admin({
        action: 'database.modifyDocument',
        collectionName,
        queryType: 'DOC',
        query: JSON.stringify({ _id: id }),
        data: JSON.stringify(change),
        multi: false,
        merge: true,
        upsert: false,
      })
    },
  }
}

/** The town with one earning item of a point per piece, and ways to make households that earn. */
export const openLedgerTown = async (options: TestCloudOptions = {}) => {
  const town = await openTown(options)
  const { rows, plant } = rawRows(town.cloud)
  const ask = <A extends ActionName<Points>>(
    action: A,
    input: InputOf<Points, A>,
    openid: string,
    more?: AskOptions,
  ) => town.ask(pointsContract, action, input, openid, more)
  const done = <A extends ActionName<Points>>(
    action: A,
    input: InputOf<Points, A>,
    openid: string,
    more?: AskOptions,
  ) => town.done(pointsContract, action, input, openid, more)

  const { itemId } = await done(
    'saveEarningItem',
    {
      centreId,
      title: '垃圾分类',
      unit: '次',
      points: 1,
      caps: {},
      evidence: 'none',
      secondPersonAbove: 10_000,
      startsOn: day('2020-01-01'),
      stopped: false,
    },
    secretary,
  )
  // a test's clock is read, never set back: without one it is the clock of this machine
  const now = async (): Promise<number> => (options.testClock ? town.cloud.clock({ advance: 0 }) : Date.now())

  let doors = 0
  const ledger = {
    town,
    ask,
    done,
    rows,
    plant,
    itemId,
    now,
    /** Lets somebody in behind a door. */
    lives: async (openid: string, building: string, room: string): Promise<void> => {
      await town.done(communityContract, 'join', { centreId, name: '张大妈', building, room }, openid)
      const decision = { centreId, residentId: openid, decision: 'approve' as const }
      await town.done(communityContract, 'decideApplication', decision, staff)
    },
    passbookId: async (openid: string): Promise<string> => {
      const [person] = await rows('residents', { _id: openid })
      return person?.householdId ?? ''
    },
    /** A household of so many people, with points; answers its passbook and its people. */
    family: async (size: number, points = 0) => {
      doors += 1
      const room = String(1000 + doors)
      const members = Array.from({ length: size }, () => `member-${doors}-${randomUUID().slice(0, 8)}`)
      for (const openid of members) await ledger.lives(openid, '5', room)
      const passbookId = await ledger.passbookId(members[0] ?? '')
      if (points > 0) await ledger.earns(passbookId, points)
      return { passbookId, members, head: members[0] ?? '', building: '5栋', room }
    },
    /** Logs points, at most 1000 at once; answers the journal's id. */
    earns: async (passbookId: string, points: number): Promise<string> => {
      await done(
        'logPoints',
        { centreId, passbookId, itemId, units: points, happenedAt: await now() },
        volunteer,
      )
      const book = await ledger.book(passbookId)
      return book.journals.at(-1)?.id ?? ''
    },
    book: async (passbookId: string) => {
      const [book] = await rows('passbooks', { _id: passbookId })
      if (!book) throw new Error(`no passbook ${passbookId}`)
      return book
    },
    tick: async (): Promise<void> => {
      const { status, body } = await town.cloud.timer('points', 'tick')
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
    /** Titles of what somebody was told. */
    told: async (openid: string): Promise<readonly string[]> =>
      (await town.done(communityContract, 'notices', {}, openid)).rows.map(({ title }) => title),
  }
  return ledger
}

export type LedgerTown = Awaited<ReturnType<typeof openLedgerTown>>

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** What is wrong with a passbook and its months, by the laws of the ledger; nothing when all of it holds. */
export const faultsOf = (
  book: Documents['passbooks'],
  pages: readonly Documents['passbookPages'][],
): readonly string[] => {
  const own = pages.filter(({ bookId }) => bookId === book._id)
  const months = own.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const lines = [...months.flatMap(({ journals }) => journals), ...book.journals]
  const laws: readonly (readonly [string, boolean])[] = [
    [
      'lines add up to the balance',
      book.opening + sum(book.journals.map((line) => line.amount)) === book.balance,
    ],
    ['all lines ever add up to the balance', sum(lines.map((line) => line.amount)) === book.balance],
    ['earned less out is the balance', sum(Object.values(book.earnedIn)) - book.out === book.balance],
    ['the balance is not below zero', book.balance >= 0],
    ['entries sum to zero', lines.every(({ entries }) => sum(entries.map((entry) => entry.amount)) === 0)],
    ['no journal stands twice', new Set(lines.map(({ id }) => id)).size === lines.length],
    ['every journal ever written is there', lines.length === book.written],
    ['months follow each other', months.every((page, at) => page.opening === (months[at - 1]?.closing ?? 0))],
    ['the passbook follows its last month', book.opening === (months.at(-1)?.closing ?? 0)],
    ['a closed passbook is empty', book.state === 'open' || book.balance === 0],
  ]
  return laws.flatMap(([law, holds]) => (holds ? [] : [`${book._id}: not true that ${law}`]))
}

/** What is wrong with all books of a town; transfers have to cancel out between households. */
export const faultsOfTown = async ({ rows }: Pick<LedgerTown, 'rows'>): Promise<readonly string[]> => {
  const [books, pages] = await Promise.all([rows('passbooks'), rows('passbookPages')])
  const transfers = [...books, ...pages].flatMap(({ journals }) =>
    journals.filter(({ kind }) => kind === 'transfer').map(({ amount }) => amount),
  )
  return [
    ...books.flatMap((book) => faultsOf(book, pages)),
    ...(sum(transfers) === 0 ? [] : [`transfers sum to ${sum(transfers)}`]),
  ]
}
