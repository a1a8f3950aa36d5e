import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Meter } from '../database/database'
import { clientCall } from '../functions/call'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import { APP_ID } from '../functions/instance-environment'
import type { CloudIds } from '../wechat/open-data'
import type { CallLog } from './call-log'

const REQUEST_LIMIT_BYTES = 100 * 1000
const RESULT_LIMIT_BYTES = 1000 * 1000

export interface CallParts {
  functions: FunctionHost
  log: CallLog
  cloudIds: CloudIds
  /** Notes that somebody is using the mini-program. */
  seen: (openid: string) => void
  faultsAllowed: boolean
}

const withCost = (reply: FastifyReply, meter: Meter): FastifyReply =>
  reply
    .header('x-db-requests', meter.requests)
    .header('x-docs-examined', meter.examined)
    .header('x-docs-returned', meter.returned)

/** The event as the cloud hands it to the function: what the client sent, and who that was. */
const eventOf = (data: unknown, openid: string): string =>
  JSON.stringify(
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? { ...data, userInfo: { appId: APP_ID, openId: openid } }
      : data,
  )

/** The `x-crash-after-writes` of a call or a timer; throws when there are no faults here or it is no count. */
export const crashPoint = (header: unknown, allowed: boolean): number | undefined => {
  if (header === undefined) return undefined
  const count = Number(header)
  if (!allowed) throw new RangeError('x-crash-after-writes needs a local cloud started with --test-faults')
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError('x-crash-after-writes is a count, 0 or more')
  return count
}

/**
 * `POST /call`: calls a function as `wx.cloud.callFunction` would, with the caller in `x-openid`.
 * Answers the function's result; 400 for a request that is none, 500 `{errCode, errMsg}` when the function fails.
 */
export const callRoute = (server: FastifyInstance, parts: CallParts): void => {
  server.post<{ Body: { name?: unknown; data?: unknown } | null }>(
    '/call',
    { bodyLimit: 8 * 1024 * 1024 },
    async (request, reply) => {
      const openid = request.headers['x-openid']
      if (typeof openid !== 'string' || openid === '') {
        return reply
          .code(400)
          .send({ errCode: -1, errMsg: 'header x-openid is missing: who is calling? (see /who)' })
      }
      const { name, data = {} } = request.body ?? {}
      if (typeof name !== 'string') {
        return reply.code(400).send({ errCode: -1, errMsg: 'the body is {"name": function, "data": {…}}' })
      }
      let crash: number | undefined
      try {
        crash = crashPoint(request.headers['x-crash-after-writes'], parts.faultsAllowed)
      } catch (error) {
        return reply.code(400).send({ errCode: -1, errMsg: error instanceof Error ? error.message : '' })
      }
      const event = JSON.stringify(data)
      if (Buffer.byteLength(event) > REQUEST_LIMIT_BYTES) {
        return reply.code(413).send({ errCode: -1, errMsg: 'cloud.callFunction:fail data exceed max size' })
      }
      parts.seen(openid)
      const call = clientCall(name, openid, crash)
      const done = parts.log.begin(call, data)
      try {
        const result = await parts.functions.invoke(
          call,
          eventOf(parts.cloudIds.openIn(data, openid), openid),
        )
        if (Buffer.byteLength(result) > RESULT_LIMIT_BYTES) {
          throw new FunctionError('RESULT_SIZE_EXCEED_LIMIT', 'cloudfunction result size exceed limit (1MB)')
        }
        done('ok')
        return withCost(reply, call.meter).type('application/json; charset=utf-8').send(result)
      } catch (error) {
        if (!(error instanceof FunctionError)) throw error
        done(String(error.errCode))
        return withCost(reply, call.meter)
          .code(error.code === 'FUNCTION_NOT_FOUND' ? 404 : 500)
          .send({
            errCode: error.errCode,
            errMsg: `cloud.callFunction:fail requestID ${call.requestId}, cloud function service error code ${error.errCode}, error message ${error.message}`,
          })
      }
    },
  )
}
