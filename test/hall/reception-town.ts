import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Documents } from '../../cloudfunctions/_kit/collections'
import type { ResidentDocument } from '../../cloudfunctions/_kit/documents/community'
import type { Question, ReceptionDayDocument } from '../../cloudfunctions/_kit/documents/sessions'
import { bundleFunctions } from '../../config/bundle-functions'
import type { ActionName, InputOf, OutputOf } from '../../types/common/contract'
import { hallContract } from '../../types/hall.contract'
import type { Probe } from '../canteen/fixtures/functions/probe/index'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, openTown, people } from '../harness/town'
import { centreId, morning, nightTalk } from './reception-rows'

type Hall = typeof hallContract

const { staff } = people
const dist = join(__dirname, '..', '..', 'dist', 'cloudfunctions')
const probes = join(__dirname, '..', 'canteen', 'fixtures', 'functions')

/** Rows planted with one call, which may carry 100 KB. */
const perCall = 60

/** What somebody wants to know. */
export const topic = '楼道灯什么时候修'

/** The town on a Thursday at eight, with no reception days yet. The clock can be moved. */
export const openReception = async (options: TestCloudOptions = {}) => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-reception-'))
  await bundleFunctions({ source: probes, target: functions })
  cpSync(dist, functions, { recursive: true })
  const town = await openTown({ functions, testClock: true, testFaults: true, ...options })
  await town.cloud.clock({ now: morning })

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

  const reception = {
    town,
    rows,
    plant,
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
    ): Promise<OutputOf<Hall, A>> => town.done(hallContract, action, input, openid, more),
    /** Saves a rule; answers the id of its first day. */
    firstDay: async (facts: Partial<InputOf<Hall, 'saveReceptionRule'>> = {}): Promise<string> => {
      const { ruleId, days } = await reception.done('saveReceptionRule', { ...nightTalk, ...facts }, staff)
      return `${ruleId}_${days[0]}`
    },
    /** Saves a rule and wakes every instance of the function, so that calls at once really meet; answers its six days. */
    sixDays: async (): Promise<readonly string[]> => {
      const { ruleId, days } = await reception.done('saveReceptionRule', nightTalk, staff)
      await Promise.all(
        Array.from({ length: 12 }, () => reception.ask('receptionRules', { centreId }, staff)),
      )
      return days.map((day) => `${ruleId}_${day}`)
    },
    day: async (dayId: string): Promise<ReceptionDayDocument> => {
      const [found] = await rows('receptionDays', { _id: dayId })
      if (!found) throw new Error(`no day ${dayId}`)
      return found
    },
    questions: async (dayId: string): Promise<readonly Question[]> =>
      Object.values((await reception.day(dayId)).questions),
    /** The day's questions as staff see them. */
    sheet: (dayId: string) => reception.done('receptionDayOfStaff', { centreId, dayId }, staff),
    book: (dayId: string, slot: number, openid: string, more?: AskOptions) =>
      reception.ask('bookSlot', { centreId, dayId, slot, topic }, openid, more),
    /** Writes somebody in at the door; answers the question's id. */
    door: async (dayId: string, facts: { topic?: string; name?: string; phone?: string } = {}) => {
      const input = { centreId, dayId, topic, name: '赵奶奶', ...facts }
      return (await reception.done('writeInQuestion', input, staff)).questionId
    },
    answer: (dayId: string, questionId: string, answer = '明天去修') =>
      reception.done('answerQuestion', { centreId, dayId, questionId, outcome: 'answered', answer }, staff),
    /** Residents of the centre like the first one, planted; answers their openids. */
    crowd: async (name: string, count: number): Promise<readonly string[]> => {
      const [like] = await rows('residents', { _id: people.resident })
      if (!like) throw new Error('nobody to be like')
      const planted: ResidentDocument[] = Array.from({ length: count }, (_one, n) => ({
        ...like,
        _id: `${name}-${n}`,
      }))
      await plant('residents', planted)
      return planted.map(({ _id }) => _id)
    },
    told: async (openid: string, word: string) =>
      (await rows('notices', { to: openid })).filter(({ title, text }) => `${title}${text}`.includes(word)),
    tick: async (headers?: Record<string, string>): Promise<void> => {
      const { status, body } = await town.cloud.timer('hall', 'tick', headers)
      if (status !== 200 && !headers) throw new Error(JSON.stringify(body))
    },
    clock: (change: { now?: number; advance?: number }) => town.cloud.clock(change),
    stop: async (): Promise<void> => {
      await town.cloud.stop()
      rmSync(functions, { recursive: true, force: true })
    },
  }
  return reception
}

export type Reception = Awaited<ReturnType<typeof openReception>>

/** `ok`, or the code of the refusal. */
export const codeOf = ({ reply }: { readonly reply: object }): string =>
  'code' in reply ? String(reply.code) : 'ok'

/** How often each answer was given. */
export const tally = (answers: readonly { readonly reply: object }[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const answer of answers) counts[codeOf(answer)] = (counts[codeOf(answer)] ?? 0) + 1
  return counts
}
