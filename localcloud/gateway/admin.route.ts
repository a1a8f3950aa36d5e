import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CloudError } from '../cloud-error'
import type { Database, Meter } from '../database/database'
import { type Call, nestedCall } from '../functions/call'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import type { Storage } from '../storage/storage'
import type { Wechat } from '../wechat/wechat'
import { noteWrite } from './crash-fault'

export interface AdminParts {
  database: Database
  functions: FunctionHost
  storage: Storage
  wechat: Wechat
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
    const what =
      `${params.collectionName ?? ''} ${JSON.stringify(params.query ?? params.stages ?? '')}`.slice(0, 300)
    const cost = `${meter.examined - before.examined} examined, ${meter.returned - before.returned} returned`
    process.stderr.write(`[explain] ${call?.functionName ?? '-'} ${action} ${what}: ${cost}\n`)
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

const answer = async (
  parts: AdminParts,
  action: string,
  params: Record<string, unknown>,
  instanceId: string,
): Promise<Record<string, unknown>> => {
  const call = parts.functions.callOf(instanceId)
  if (action.startsWith('database.')) return answerDatabase(parts, action, params, instanceId, call)
  if (action.startsWith('storage.')) return parts.storage.handle(action, params)
  if (action === 'functions.invokeFunction') return answerInvoke(parts, params, call)
  throw new CloudError('LOCALCLOUD.UNSUPPORTED', `the local cloud has no action «${action}»`)
}

/** A failure in the cloud's own shape; what is not a refusal is a fault of the local cloud and is shown. */
const wireFailure = (error: unknown): { code: string; message: string } => {
  if (error instanceof CloudError || error instanceof FunctionError) {
    return { code: error.code, message: error.message }
  }
  process.stderr.write(`[localcloud] ${error instanceof Error ? error.stack : String(error)}\n`)
  return { code: 'LOCALCLOUD.FAULT', message: error instanceof Error ? error.message : String(error) }
}

/** `wx.openApi`: a form with text fields and the protobuf message in `requestData`; answers protobuf. */
const answerOpenapi = async (
  parts: AdminParts,
  request: FastifyRequest,
  instanceId: string,
  reply: FastifyReply,
): Promise<Buffer> => {
  const fields: Record<string, string> = {}
  let requestData: Buffer = Buffer.alloc(0)
  for await (const part of request.parts()) {
    if (part.type === 'file') requestData = await part.toBuffer()
    else fields[part.fieldname] = String(part.value)
  }
  if (fields.action !== 'wx.openApi') {
    throw new CloudError('LOCALCLOUD.UNSUPPORTED', `the local cloud has no action «${fields.action}»`)
  }
  const call = parts.functions.callOf(instanceId)
  const apiToken = call !== undefined && call.apiToken === fields.wxCloudApiToken ? call.apiToken : null
  const openapi = parts.functions.config(call?.functionName ?? '')?.openapi ?? []
  const answered = parts.wechat(fields.apiName ?? '', requestData, {
    openid: call?.openid ?? null,
    openapi,
    apiToken,
  })
  reply.type('application/octet-stream')
  return answered
}

/** `POST /admin`: the wire protocol, JSON or (openapi) a form. Failures are HTTP 200 with `{code, message}`. */
export const adminRoute = (server: FastifyInstance, parts: AdminParts): void => {
  server.post<{ Querystring: { instance?: string }; Body: Record<string, unknown> | null }>(
    '/admin',
    { bodyLimit: 64 * 1024 * 1024 },
    async (request, reply) => {
      const requestId = randomUUID()
      const instanceId = request.query.instance ?? ''
      try {
        if (request.isMultipart()) return await answerOpenapi(parts, request, instanceId, reply)
        const { action, ...params } = request.body ?? {}
        return { requestId, ...(await answer(parts, String(action), params, instanceId)) }
      } catch (error) {
        return { requestId, ...wireFailure(error) }
      }
    },
  )
}
