import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Documents } from '../../cloudfunctions/_kit/collections'
import type {
  DinerDocument,
  MealAccountDocument,
  MenuDocument,
} from '../../cloudfunctions/_kit/documents/canteen'
import { bundleFunctions } from '../../config/bundle-functions'
import { canteenContract } from '../../types/canteen.contract'
import type { ActionName, InputOf } from '../../types/common/contract'
import type { ShanghaiDay } from '../../types/common/time'
import type { MealSlot } from '../../types/common/words'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, openTown, people } from '../harness/town'
import { booksFaults, wholeBooks } from './faults'
import type { Probe } from './fixtures/functions/probe/index'
import { accountRow, canteenRow, dinerRow, menuRow, morning, ruleRow } from './rows'

type Canteen = typeof canteenContract

export { canteenId, centreId, dayAfter, monday } from './rows'
export const { staff, resident: daughter, stranger, staffElsewhere } = people

const dist = join(__dirname, '..', '..', 'dist', 'cloudfunctions')

/** Rows planted with one call, which may carry 100 KB. */
const perCall = 60

export interface DinerFacts extends Partial<DinerDocument> {
  readonly birthDay?: string
  readonly balance?: number
  readonly owesUpTo?: number
}

/** The town with the canteen of 金桂, on Monday at eight: no menus and no diners yet. The clock can be moved. */
export const openNoon = async (options: TestCloudOptions = {}) => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-noon-'))
  await bundleFunctions({ source: join(__dirname, 'fixtures', 'functions'), target: functions })
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

  await town.cloud.clock({ now: morning })
  await plant('canteens', [canteenRow])
  await plant('subsidyRules', [ruleRow()])
  let made = 0

  const noon = {
    town,
    rows,
    row,
    plant,
    /** Sets fields of a row as they are given. */
    set: (of: keyof Documents, id: string, fields: Readonly<Record<string, unknown>>) =>
      probe({ do: 'set', of, id, fields }),
    ask: <A extends ActionName<Canteen>>(
      action: A,
      input: InputOf<Canteen, A>,
      openid: string,
      more?: AskOptions,
    ) => town.ask(canteenContract, action, input, openid, more),
    done: <A extends ActionName<Canteen>>(
      action: A,
      input: InputOf<Canteen, A>,
      openid: string,
      more?: AskOptions,
    ) => town.done(canteenContract, action, input, openid, more),
    /** Plants a published menu; answers its id. */
    menu: async (
      day: ShanghaiDay,
      slot: MealSlot = 'lunch',
      facts: Partial<MenuDocument> = {},
    ): Promise<string> => {
      const planted = menuRow(day, slot, facts)
      await plant('menus', [planted])
      return planted._id
    },
    /** Plants approved diners of 86 with their accounts; answers their ids. */
    diners: async (
      count: number,
      { birthDay = '1940-05-06', balance = 10_000, owesUpTo = 0, ...facts }: DinerFacts = {},
    ): Promise<readonly string[]> => {
      const planted = Array.from({ length: count }, () => {
        made += 1
        return { ...dinerRow(`diner-${String(made).padStart(5, '0')}`, facts), birthDay }
      })
      const { centreId: homeId = canteenRow.centreId } = facts
      for (let at = 0; at < planted.length; at += perCall) {
        await probe({ do: 'plantDiners', rows: planted.slice(at, at + perCall) })
      }
      await plant(
        'mealAccounts',
        planted.map(({ _id }) => accountRow(_id, balance, { owesUpTo, centreId: homeId })),
      )
      return planted.map(({ _id }) => _id)
    },
    diner: async (facts?: DinerFacts): Promise<string> => (await noon.diners(1, facts))[0] ?? '',
    menuRow: (menuId: string) => row('menus', menuId),
    account: (dinerId: string): Promise<MealAccountDocument> => row('mealAccounts', dinerId),
    balance: async (dinerId: string): Promise<number> => (await row('mealAccounts', dinerId)).balance,
    tick: async (headers?: Record<string, string>): Promise<number> => {
      const { status, body } = await town.cloud.timer('canteen', 'tick', headers)
      if (status !== 200 && !headers) throw new Error(JSON.stringify(body))
      return status
    },
    clock: (change: { now?: number; advance?: number }) => town.cloud.clock(change),
    /** Everything that is wrong between menus and accounts; nothing, if all is well. */
    faults: async (): Promise<readonly string[]> =>
      booksFaults(
        await rows('menus'),
        wholeBooks(await rows('mealAccounts'), await rows('mealAccountPages')),
      ),
    stop: async (): Promise<void> => {
      await town.cloud.stop()
      if (existsSync(functions)) rmSync(functions, { recursive: true, force: true })
    },
  }
  return noon
}

export type Noon = Awaited<ReturnType<typeof openNoon>>
