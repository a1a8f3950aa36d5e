import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type {
  ActionContract,
  ActionName,
  OutputOf,
  ParsedInputOf,
  RefusalOf,
  Reply,
  RoomContract,
} from '../../types/common/contract'
import { type CommonRefusal, commonRefusals } from '../../types/common/refusals'
import { type Ask, auditRow, type Recorded } from './ask'
import { type Known, type Lookup, loadCaller } from './caller'
import { clockNow } from './clock'
import { cloud } from './cloud'
import { requestKeyOf } from './ids'
import { whyNot } from './permission.rule'
import { isRefused, type Outcome, type Refused, refuse } from './refusal'
import { isDuplicate, table } from './table'
import { runTimer, type Timers } from './timer'
import { GaveUp } from './transaction'

z.config(z.locales.zhCN())

/** One action: load → decide → write → reply. */
export interface Action<C extends RoomContract, A extends ActionName<C>> {
  (
    input: ParsedInputOf<C, A>,
    ask: Ask,
  ): Promise<Outcome<OutputOf<C, A>, RefusalOf<C, A> | CommonRefusal> | Recorded<OutputOf<C, A>>>
  /** Rows to load in the same request as the caller; they come as `ask.rows`. */
  along?(input: ParsedInputOf<C, A>, requestKey: string): readonly Lookup[]
}

/** An action whose first rows come along with the caller, so that loading both costs one database request. */
export const along = <C extends RoomContract, A extends ActionName<C>>(
  lookups: (input: ParsedInputOf<C, A>, requestKey: string) => readonly Lookup[],
  action: Action<C, A>,
): Action<C, A> => Object.assign(action, { along: lookups })

/** Every action of a contract: a missing one does not compile. */
export type Actions<C extends RoomContract> = { readonly [A in ActionName<C>]: Action<C, A> }

interface AnyAction {
  (input: object, ask: Ask): Promise<Outcome<object> | Recorded<object>>
  along?(input: object, requestKey: string): readonly Lookup[]
}

const envelope = z.object({
  action: z.string().max(60),
  input: z.unknown(),
  requestId: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
})

const fieldsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.map((issue) => [issue.path.join('.') || '内容', issue.message]))

/** The answer kept from the same request, unless there is none. */
const earlierReply = async (requestKey: string): Promise<Outcome<object> | undefined> => {
  const row = await table('auditLog').get(requestKey)
  return row?.reply && { data: row.reply }
}

const record = async (ask: Ask, outcome: Outcome<object> | Recorded<object>): Promise<Outcome<object>> => {
  if (isRefused(outcome) || 'recorded' in outcome) return outcome
  const isNew = await table('auditLog').claim(auditRow(ask, outcome))
  // the same request ran twice at once: both get the answer that was recorded
  return isNew ? outcome : ((await earlierReply(ask.requestKey)) ?? outcome)
}

const run = async (
  room: string,
  name: string,
  contract: ActionContract,
  action: AnyAction,
  event: z.output<typeof envelope>,
): Promise<Outcome<object>> => {
  const openid: unknown = cloud.getWXContext().OPENID
  if (typeof openid !== 'string' || openid === '') return refuse('COMMON.NO_CALLER')
  const isWrite = contract.kind === 'write'
  if (isWrite && !event.requestId) return refuse('COMMON.NO_REQUEST_ID')
  const parsed = contract.input.safeParse(event.input ?? {})
  if (!parsed.success) return refuse('COMMON.BAD_INPUT', fieldsOf(parsed.error))

  const requestKey = isWrite ? requestKeyOf(openid, room, name, event.requestId ?? '') : ''
  const lookups = action.along?.(parsed.data, requestKey) ?? []
  const needsNobody = !isWrite && contract.may === 'anyone' && lookups.length === 0
  const known: Known = needsNobody
    ? { caller: { openid }, rows: {}, lists: {} }
    : await loadCaller(openid, requestKey, lookups)
  const centreId = 'centreId' in parsed.data ? String(parsed.data.centreId) : ''
  const refusal = whyNot(contract.may, known.caller.resident, centreId)
  if (refusal) return refuse(refusal)
  if (known.earlier?.reply) return { data: known.earlier.reply }

  const ask: Ask = {
    caller: known.caller,
    rows: known.rows,
    lists: known.lists,
    now: clockNow(),
    requestKey,
    action: `${room}.${name}`,
    centreId,
    keepReply: contract.keepReply !== false,
  }
  try {
    const outcome = await action(parsed.data, ask)
    return isWrite ? await record(ask, outcome) : outcome
  } catch (error) {
    if (error instanceof GaveUp) return refuse('COMMON.BUSY')
    // a transaction that found its own audit row: the same request was faster elsewhere
    const earlier = isWrite && isDuplicate(error) ? await earlierReply(requestKey) : undefined
    if (earlier) return earlier
    throw error
  }
}

const replyOf = (
  outcome: Outcome<object>,
  contract: ActionContract | undefined,
  texts: Readonly<Record<string, string>>,
  traceId: string,
): Reply<object> => {
  if (isRefused(outcome)) {
    const { refused, fields }: Refused = outcome
    const message = texts[refused] ?? commonRefusals['COMMON.INTERNAL']
    return { ok: false, code: refused, message, traceId, ...(fields && { fields }) }
  }
  // what the contract does not promise does not leave
  return { ok: true, data: contract ? contract.output.parse(outcome.data) : outcome.data, traceId }
}

/** Personal data must not reach the log: numbers long enough to be a phone are cut out. */
const logFailure = (traceId: string, action: string, error: unknown): void => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `${JSON.stringify({ traceId, action, error: text.replace(/\d{7,}/g, '#').slice(0, 1500) })}\n`,
  )
}

/**
 * Makes a cloud function of a contract and its actions. For every call: parse → caller (openid of the context) →
 * permission → earlier answer → action → audit → reply. Expected refusals are answered with their Chinese text; a bug
 * is answered as COMMON.INTERNAL with a trace id and no detail.
 */
export const serve = <C extends RoomContract>(contract: C, actions: Actions<C>, timers: Timers = {}) => {
  const texts: Readonly<Record<string, string>> = { ...commonRefusals, ...contract.refusals }
  const runs = actions as unknown as Readonly<Record<string, AnyAction>>

  return async (event: unknown): Promise<Reply<object> | { readonly ran: string }> => {
    const traceId = randomUUID()
    const timer = await runTimer(event, timers)
    if (timer) return timer
    const asked = envelope.safeParse(event)
    const name = asked.success ? asked.data.action : ''
    const known = Object.hasOwn(contract.actions, name) ? contract.actions[name] : undefined
    const action = runs[name]
    try {
      if (!asked.success) return replyOf(refuse('COMMON.BAD_INPUT'), undefined, texts, traceId)
      if (!known || !action) return replyOf(refuse('COMMON.UNKNOWN_ACTION'), undefined, texts, traceId)
      return replyOf(await run(contract.room, name, known, action, asked.data), known, texts, traceId)
    } catch (error) {
      logFailure(traceId, `${contract.room}.${name}`, error)
      return replyOf(refuse('COMMON.INTERNAL'), undefined, texts, traceId)
    }
  }
}
