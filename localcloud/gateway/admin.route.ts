import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { CloudError } from '../cloud-error'
import type { Database, Meter } from '../database/database'
import { type Call, nestedCall } from '../functions/call'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import { noteWrite } from './crash-fault'

export interface AdminParts {
  database: Database
  functions: FunctionHost
  /** `storage.*` actions. */
  storage(action: string, params: Record<string, unknown>): Promise<Record<string, unknown>>
  explain: boolean
}

const freeMeter = (): Meter => ({ requests: 0, examined: 0, returned: 0 })

const answerDatabase = async (
  parts: AdminParts,
  action: string,
  params: Record<string, unknown>,
  instanceId: string,
  call: Call | undefined,
): Promise<Record<string, unknown>> => {
  const meter = call?.meter ?? freeMeter()
  const before = { ...meter }
  meter.requests += 1
  const crash = () => parts.functions.kill(instanceId)
  noteWrite(call, action, 'before', crash)
  const answer = await parts.database.handle(action, params, meter)
  noteWrite(call, action, 'after', crash)
  if (parts.explain) {
    const collection = params.collectionName ?? ''
    const cost = `${meter.examined - before.examined} examined, ${meter.returned - before.returned} returned`
    process.stderr.write(`[explain] ${call?.functionName ?? '-'} ${action} ${collection}: ${cost}\n`)
  }
  return answer
}

const answerInvoke = async (
  parts: AdminParts,
  params: Record<string, unknown>,
  call: Call | undefined,
): Promise<Record<string, unknown>> => {
  if (call === undefined) {
    throw new CloudError('LOCALCLOUD.UNSUPPORTED', 'functions are called by functions, or through POST /call')
  }
  const result = await parts.functions.invoke(
    nestedCall(String(params.function_name), call),
    String(params.request_data ?? '{}'),
  )
  return { data: { response_data: result } }
}

const answer = (
  parts: AdminParts,
  action: string,
  params: Record<string, unknown>,
  instanceId: string,
): Promise<Record<string, unknown>> => {
  const call = parts.functions.callOf(instanceId)
  if (action.startsWith('database.')) return answerDatabase(parts, action, params, instanceId, call)
  if (action.startsWith('storage.')) return parts.storage(action, params)
  if (action === 'functions.invokeFunction') return answerInvoke(parts, params, call)
  throw new CloudError('LOCALCLOUD.UNSUPPORTED', `the local cloud has no action «${action}»`)
}

/** A failure in the cloud's own shape; what is not a refusal is a fault of the local cloud and is shown. */
export const wireFailure = (error: unknown): { code: string; message: string } => {
  if (error instanceof CloudError || error instanceof FunctionError) {
    return { code: error.code, message: error.message }
  }
  process.stderr.write(`[localcloud] ${error instanceof Error ? error.stack : String(error)}\n`)
  return { code: 'LOCALCLOUD.FAULT', message: error instanceof Error ? error.message : String(error) }
}

/** `POST /admin`: the JSON half of the wire protocol. Failures are HTTP 200 with `{code, message}`. */
export const adminRoute = (server: FastifyInstance, parts: AdminParts): void => {
  server.post<{ Querystring: { instance?: string }; Body: Record<string, unknown> }>(
    '/admin',
    { bodyLimit: 64 * 1024 * 1024 },
    async (request) => {
      const requestId = randomUUID()
      const { action, ...params } = request.body ?? {}
      try {
        return { requestId, ...(await answer(parts, String(action), params, request.query.instance ?? '')) }
      } catch (error) {
        return { requestId, ...wireFailure(error) }
      }
    },
  )
}
