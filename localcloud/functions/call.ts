import { randomUUID } from 'node:crypto'
import type { Meter } from '../database/database'

/** Kills the instance at its n-th database write: how a test walks through every crash point. */
export interface CrashFault {
  afterWrites: number
  written: number
}

/** One invocation under way: who asked, on what grounds, and what it has cost so far. */
export interface Call {
  readonly requestId: string
  readonly functionName: string
  /** null: nobody asked, a timer fired. */
  readonly openid: string | null
  /** `wx_client`, `wx_trigger`; a nested call appends `,scf`. */
  readonly source: string
  /** Lets the function use openapi; a timer made outside WeChat's tools has none. */
  readonly apiToken: string | null
  /** Shared by a call and the calls it makes, so that the outermost one shows the whole cost. */
  readonly meter: Meter
  readonly crash: CrashFault | null
}

/** A call as the mini-program of `openid` makes it. */
export const clientCall = (functionName: string, openid: string, crashAfterWrites?: number): Call => ({
  requestId: randomUUID(),
  functionName,
  openid,
  source: 'wx_client',
  apiToken: randomUUID(),
  meter: { requests: 0, examined: 0, returned: 0 },
  crash: crashAfterWrites === undefined ? null : { afterWrites: crashAfterWrites, written: 0 },
})

/** A call made by a timer; `withToken` as for triggers uploaded by WeChat's developer tools. */
export const timerCall = (functionName: string, withToken: boolean, crashAfterWrites?: number): Call => ({
  requestId: randomUUID(),
  functionName,
  openid: null,
  source: 'wx_trigger',
  apiToken: withToken ? randomUUID() : null,
  meter: { requests: 0, examined: 0, returned: 0 },
  crash: crashAfterWrites === undefined ? null : { afterWrites: crashAfterWrites, written: 0 },
})

/** A call made by a function that is itself serving `parent`: same caller, same bill. */
export const nestedCall = (functionName: string, parent: Call): Call => ({
  ...parent,
  requestId: randomUUID(),
  functionName,
  source: `${parent.source},scf`,
})
