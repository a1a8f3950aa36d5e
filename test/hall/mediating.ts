import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collections, type Documents } from '../../cloudfunctions/_kit/collections'
import type { MediationDocument } from '../../cloudfunctions/_kit/documents/mediation'
import { joining, newMediation, partyKeyOf } from '../../cloudfunctions/hall/mediation/mediation.rule'
import { bundleFunctions } from '../../config/bundle-functions'
import type { ActionName, InputOf } from '../../types/common/contract'
import { instantOf, type ShanghaiDay } from '../../types/common/time'
import { communityContract } from '../../types/community.contract'
import { hallContract } from '../../types/hall.contract'
import type { Probe } from '../canteen/fixtures/functions/probe/index'
import { type AskOptions, approves, centres, joins, openTown, people } from '../harness/town'

type Hall = typeof hallContract

export const centreId = centres.jingui
export const { resident: asker, staff: mediator, secretary, officer } = people
/** 郑楼上, who lives above the asker. */
export const neighbour = 'lives-above'
/** Another who lives here, and has nothing to do with it. */
export const bystander = 'lives-elsewhere-here'
/** Works here, too. */
export const colleague = 'second-mediator'

/** Thursday, 3 December 2026, nine in the morning. */
const today = '2026-12-03' as ShanghaiDay
export const nine = instantOf(today, 9 * 60)
export const followUpOn = '2026-12-10' as ShanghaiDay

/** What is said, each with words that stand nowhere else. */
export const said = {
  text: '卫生间天花板一直滴水',
  other: '楼上养金毛的那家',
  place: '二楼小会客厅',
  notes: '双方到场看了水渍照片',
  agreement: '十天内重做防水,各付一半',
  objection: '一半太多,我只愿付三成',
  ended: '可以向春江法庭起诉',
  followUp: '墙面已经干透',
} as const

const dist = join(__dirname, '..', '..', 'dist', 'cloudfunctions')
const probes = join(__dirname, '..', 'canteen', 'fixtures', 'functions')

/** A mediation between the asker and somebody upstairs, under way, in which nothing was said yet. */
export const plantedMediation = (name: string, facts: Partial<MediationDocument> = {}): MediationDocument => {
  const asked = { requestKey: name, centreId, who: asker, nameMasked: '王*明' }
  const row = newMediation({ ...asked, textSealed: '', otherSealed: '', seed: name }, nine)
  return {
    ...row,
    state: 'underWay',
    parties: { ...row.parties, [partyKeyOf(row._id, neighbour)]: joining(neighbour, '郑*上') },
    people: [asker, neighbour],
    mediator,
    mediatorMasked: '李*',
    ...facts,
  }
}

/** The first version of an agreement, to which nobody said anything yet. */
export const firstVersion = { version: 1, textSealed: '', proposedAt: nine, replies: [] }

/** The town with somebody upstairs, a bystander and a second mediator, on a Thursday at nine. */
export const openMediating = async () => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-mediating-'))
  await bundleFunctions({ source: probes, target: functions })
  cpSync(dist, functions, { recursive: true })
  const town = await openTown({ functions, testClock: true, testFaults: true })
  let knocks = 40

  const probe = async (asked: Probe): Promise<unknown> => {
    const { status, body } = await town.cloud.callRaw('probe', asked, { openid: mediator })
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
  const works = (openid: string) =>
    town.done(communityContract, 'appoint', { centreId, residentId: openid, role: 'staff' }, officer)

  const scene = {
    town,
    /** Takes somebody's role away again. */
    dismiss: (openid: string) =>
      town.done(communityContract, 'dismiss', { centreId, residentId: openid, role: 'staff' }, officer),
    rows,
    done,
    works,
    ask: <A extends ActionName<Hall>>(
      action: A,
      input: InputOf<Hall, A>,
      openid: string,
      more?: AskOptions,
    ) => town.ask(hallContract, action, input, openid, more),
    /** Plants rows behind the room's back. */
    plant: (of: keyof Documents, planted: readonly object[]) => probe({ do: 'plant', of, rows: planted }),
    /** Somebody who lives at a door of their own, or at one given; answers their openid. */
    lives: async (openid: string, name: string, room?: string): Promise<string> => {
      knocks += 1
      const door = { building: '3', room: room ?? String(300 + knocks) }
      await town.done(communityContract, 'join', { centreId, name, ...door }, openid)
      await approves(town, mediator, centreId, openid)
      return openid
    },
    /** Plants a mediation between the asker and somebody upstairs, under way and with nothing said; answers its id. */
    planted: async (facts: Partial<MediationDocument> = {}): Promise<string> => {
      knocks += 1
      const row = plantedMediation(`planted-${knocks}`, facts)
      await scene.plant('mediations', [row])
      return row._id
    },
    row: async (mediationId: string): Promise<MediationDocument> => {
      const [found] = await rows('mediations', { _id: mediationId })
      if (!found) throw new Error(`no mediation ${mediationId}`)
      return found
    },
    /** Every stored row of every collection, as text. */
    everything: async (): Promise<string> => {
      const all: string[] = []
      for (const { name } of collections) all.push(JSON.stringify(await rows(name)))
      return all.join('\n')
    },
    /** Somebody asks for a mediation; answers its id. */
    asked: async (openid: string = asker, more?: AskOptions): Promise<string> => {
      const { text, other } = said
      return (await done('askMediation', { centreId, text, other }, openid, more)).mediationId
    },
    /** One that somebody new asked for and a mediator took; answers its id. */
    taken: async (by: string = mediator): Promise<string> => {
      knocks += 1
      const mediationId = await scene.asked(await scene.lives(`asker-${knocks}`, '王小明'))
      await done('takeMediation', { centreId, mediationId }, by)
      return mediationId
    },
    code: async (mediationId: string, by: string = mediator): Promise<string> =>
      (await done('invitationCode', { centreId, mediationId }, by)).code,
    joins: async (mediationId: string, openid: string = neighbour, by: string = mediator) =>
      done('joinMediation', { centreId, code: await scene.code(mediationId, by) }, openid),
    /** One with both sides at the table; answers its id and who asked. */
    met: async (by: string = mediator) => {
      const mediationId = await scene.taken(by)
      await scene.joins(mediationId, neighbour, by)
      return { mediationId, from: (await scene.row(mediationId)).people[0] ?? '' }
    },
    proposed: async (mediationId: string, more: { text?: string; by?: string } = {}) => {
      const { text = said.agreement, by = mediator } = more
      return (await done('proposeAgreement', { centreId, mediationId, text, followUpOn }, by)).version
    },
    says: (mediationId: string, openid: string, version: number, agree: boolean, more?: AskOptions) =>
      scene.ask(
        'confirmAgreement',
        { centreId, mediationId, version, agree, text: agree ? '' : said.objection },
        openid,
        more,
      ),
    figures: (month = '2026-12') => done('mediationFigures', { centreId, month }, secretary),
    /** The counts as the rows themselves say them. */
    recounted: async (month = '2026-12') => {
      const all = await rows('mediations', { centreId, month })
      const inState = (state: MediationDocument['state']) => all.filter((one) => one.state === state).length
      return {
        asked: all.length,
        taken: all.filter(({ mediator: by }) => by !== '').length,
        agreed: inState('agreed'),
        failed: inState('failed'),
        withdrawn: inState('withdrawn'),
      }
    },
    /** What somebody was told about mediations. */
    told: async (openid: string) =>
      (await rows('notices', { to: openid })).filter(({ page }) => page.includes('mediation')),
    tick: async (headers?: Record<string, string>): Promise<number> =>
      (await town.cloud.timer('hall', 'tick', headers)).status,
    clock: (change: { now?: number; advance?: number }) => town.cloud.clock(change),
    stop: async (): Promise<void> => {
      await town.cloud.stop()
      rmSync(functions, { recursive: true, force: true })
    },
  }
  await town.cloud.clock({ now: nine })
  for (const [openid, name, n] of [
    [neighbour, '郑楼上', 31],
    [bystander, '冯路过', 32],
    [colleague, '陈同事', 33],
  ] as const) {
    await joins(town, openid, centreId, name, n)
    await approves(town, mediator, centreId, openid)
  }
  await works(colleague)
  return scene
}

export type Mediating = Awaited<ReturnType<typeof openMediating>>

/** The code of a refusal, or `ok`. */
export const codeOf = ({ reply }: { readonly reply: { readonly ok: boolean } }): string =>
  reply.ok ? 'ok' : String(Reflect.get(reply, 'code'))
