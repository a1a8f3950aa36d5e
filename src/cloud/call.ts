import type { Reply } from '../../types/common/contract'
import { cloud } from './cloud'
import { Refusal, unreached } from './refusal'

const TRIES = 3
const PATIENCE_MS = 20_000
const FIRST_PAUSE_MS = 400

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const inTime = <T>(promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(unreached()), PATIENCE_MS)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })

const isReply = (answer: unknown): answer is Reply<unknown> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && 'traceId' in answer

const once = async (room: string, request: object): Promise<Reply<unknown> | undefined> => {
  try {
    const answer = await inTime(cloud.callFunction(room, request))
    return isReply(answer) ? answer : undefined
  } catch {
    return undefined
  }
}

/**
 * Calls one action. No answer and `COMMON.BUSY` are tried again, with the same request id and a growing
 * pause (jittered, so that a crowd does not come back at the same moment).
 * @throws Refusal when the action refuses, or when no try got an answer.
 */
export async function callAction(
  room: string,
  action: string,
  input: unknown,
  requestId?: string,
): Promise<unknown> {
  const request = { action, input, ...(requestId !== undefined && { requestId }) }
  let last = unreached()
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()))
    const reply = await once(room, request)
    if (reply?.ok) return reply.data
    if (reply) {
      last = new Refusal(reply.code, reply.message, reply.fields, reply.traceId)
      if (reply.code !== 'COMMON.BUSY') throw last
    }
  }
  throw last
}
