import { randomUUID } from 'node:crypto'
import type { ActionName, InputOf, OutputOf, Reply, RoomContract } from '../../types/common/contract'
import type { Role } from '../../types/common/roles'
import { communityContract } from '../../types/community.contract'
import { type CallReply, startTestCloud, type TestCloud, type TestCloudOptions } from './cloud'

/** The small tree every room test stands in: 湖东区 · 春江街道 · 金桂社区 (with a station) and 银杏社区. */
export const centres = {
  district: 'hudong',
  street: 'hudong.chunjiang',
  jingui: 'hudong.chunjiang.jingui',
  yinxing: 'hudong.chunjiang.yinxing',
  station: 'hudong.chunjiang.jingui.zhan1',
} as const

/** One person of each kind, by openid. Everybody works or lives at 金桂 except the two `…Elsewhere`, at 银杏. */
export const people = {
  officer: 'test-officer',
  secretary: 'test-secretary',
  staff: 'test-staff',
  volunteer: 'test-volunteer',
  resident: 'test-resident',
  pending: 'test-pending',
  staffElsewhere: 'test-staff-elsewhere',
  residentElsewhere: 'test-resident-elsewhere',
  /** Never seen before. */
  stranger: 'test-stranger',
} as const

/** What starts a deployment in tests. */
export const startCode = 'test-start-code'

/** What a call answered and what it cost. */
export interface Answer<Data> {
  readonly reply: Reply<Data>
  readonly status: number
  readonly cost: CallReply['headers']
}

export interface AskOptions {
  readonly requestId?: string
  readonly headers?: Record<string, string>
}

/** A cloud with a way to ask its rooms, typed by their contracts. */
export interface Town {
  readonly cloud: TestCloud
  /** Asks a room; a write gets a fresh request id unless one is given. */
  ask<C extends RoomContract, A extends ActionName<C>>(
    contract: C,
    action: A,
    input: InputOf<C, A>,
    openid: string,
    options?: AskOptions,
  ): Promise<Answer<OutputOf<C, A>>>
  /** Asks and expects to be answered; throws the refusal otherwise. */
  done<C extends RoomContract, A extends ActionName<C>>(
    contract: C,
    action: A,
    input: InputOf<C, A>,
    openid: string,
    options?: AskOptions,
  ): Promise<OutputOf<C, A>>
}

/** The ways of asking a cloud. */
export const asking = (cloud: TestCloud): Town => {
  const ask: Town['ask'] = async (contract, action, input, openid, options = {}) => {
    const isWrite = contract.actions[action]?.kind === 'write'
    const answered = await cloud.call(contract.room, action, input, {
      openid,
      ...(isWrite && { requestId: options.requestId ?? randomUUID() }),
      ...(options.headers && { headers: options.headers }),
    })
    const reply = answered.body as Reply<OutputOf<typeof contract, typeof action>>
    return { reply, status: answered.status, cost: answered.headers }
  }
  return {
    cloud,
    ask,
    done: async (contract, action, input, openid, options) => {
      const { reply } = await ask(contract, action, input, openid, options)
      if (!reply.ok) throw new Error(`${contract.room}.${action}: ${JSON.stringify(reply)}`)
      return reply.data
    },
  }
}

/** Phone of the n-th person of a test. */
export const phoneOf = (n: number): string => `138${String(10_000_000 + n)}`

/** Starts a cloud whose deployment nobody has started yet, with the start code `startCode`. */
export const openEmptyTown = async (options: TestCloudOptions = {}): Promise<Town> =>
  asking(await startTestCloud({ environment: { LINLI_FIRST_STAFF_CODE: startCode }, ...options }))

/** Somebody asks to join a community, at building 1 and a room of their own. */
export const joins = (town: Town, openid: string, centreId: string, name: string, n: number) =>
  town.done(
    communityContract,
    'join',
    { centreId, name, phone: phoneOf(n), building: '1', room: String(100 + n) },
    openid,
  )

/** Staff of the centre let an applicant in. */
export const approves = (town: Town, by: string, centreId: string, residentId: string) =>
  town.done(communityContract, 'decideApplication', { centreId, residentId, decision: 'approve' }, by)

/** Starts a cloud with the tree and the people above, all made through the front door (20 calls). */
export const openTown = async (options: TestCloudOptions = {}): Promise<Town> => {
  const town = await openEmptyTown(options)
  try {
    await settle(town)
  } catch (thrown) {
    await town.cloud.stop() // a cloud that nobody can stop would keep the test run from ending
    throw thrown
  }
  return town
}

const settle = async (town: Town): Promise<void> => {
  const { officer, secretary, staff, volunteer, resident, pending, staffElsewhere, residentElsewhere } =
    people
  const { jingui, yinxing } = centres
  await town.done(
    communityContract,
    'startDeployment',
    { code: startCode, personName: '区主任', segment: 'hudong', name: '湖东区', phone: '', address: '' },
    officer,
  )
  const centre = (centreId: string, segment: string, name: string) =>
    town.done(
      communityContract,
      'createCentre',
      { centreId, segment, name, phone: '027-1234567', address: '春江路 1 号' },
      officer,
    )
  await centre(centres.district, 'chunjiang', '春江街道')
  await centre(centres.street, 'jingui', '金桂社区')
  await centre(centres.street, 'yinxing', '银杏社区')
  await centre(centres.jingui, 'zhan1', '滨江站')

  const works = async (openid: string, centreId: string, name: string, n: number, role: Role) => {
    await joins(town, openid, centreId, name, n)
    await town.done(communityContract, 'appoint', { centreId, residentId: openid, role }, officer)
  }
  await works(secretary, jingui, '周书记', 1, 'secretary')
  await works(staff, jingui, '李工作', 2, 'staff')
  await works(volunteer, jingui, '赵志愿', 3, 'volunteer')
  await works(staffElsewhere, yinxing, '钱工作', 4, 'staff')
  await joins(town, resident, jingui, '王小明', 5)
  await approves(town, staff, jingui, resident)
  await joins(town, pending, jingui, '孙待审', 6)
  await joins(town, residentElsewhere, yinxing, '吴小红', 7)
  await approves(town, staffElsewhere, yinxing, residentElsewhere)
}
