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
import { explainLine } from './explain'

export interface AdminParts {
  database: Database
  functions: FunctionHost
  storage: Storage
  wechat: Wechat
  explain: boolean
}

const answerDatabase = async (
  parts: AdminParts,
  action: string,
  params: Record<string, unknown>,
  instanceId: string,
  call: Call | undefined,
  cost: Meter,
): Promise<Record<string, unknown>> => {
  if (call) call.meter.requests += 1
  const crash = () => parts.functions.kill(instanceId)
  noteWrite(call, action, 'before', crash)
  const answer = await parts.database.handle(action, params, cost)
  noteWrite(call, action, 'after', crash)
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
  call: Call | undefined,
  cost: Meter,
): Promise<Record<string, unknown>> => {
  if (action.startsWith('database.')) return answerDatabase(parts, action, params, instanceId, call, cost)
  if (action.startsWith('storage.')) return parts.storage.handle(action, params)
  if (action === 'functions.invokeFunction') return answerInvoke(parts, params, call)
  throw new CloudError('LOCALCLOUD.UNSUPPORTED', `the local cloud has no action «${action}»`)
}

const codeOf = (error: unknown): string =>
  error instanceof CloudError || error instanceof FunctionError ? error.code : 'LOCALCLOUD.FAULT'

/** A failure in the cloud's own shape; what is not a refusal is a fault of the local cloud and is shown. */
const wireFailure = (error: unknown): { code: string; message: string } => {
  const code = codeOf(error)
  if (code !== 'LOCALCLOUD.FAULT') return { code, message: error instanceof Error ? error.message : '' }
  process.stderr.write(`[localcloud] ${error instanceof Error ? error.stack : String(error)}\n`)
  return { code, message: error instanceof Error ? error.message : String(error) }
}

/** Runs one request on its call's bill and, with `--explain`, says in one line what it was and what it cost. */
const accounted = async <T>(
  parts: AdminParts,
  instanceId: string,
  action: string,
  params: Record<string, unknown>,
  run: (call: Call | undefined, cost: Meter) => Promise<T>,
): Promise<T> => {
  const call = parts.functions.callOf(instanceId)
  // Its own, because a function may have several requests under way.
  const cost: Meter = { requests: 0, examined: 0, returned: 0 }
  const from = performance.now()
  let refused: string | undefined
  try {
    return await run(call, cost)
  } catch (error) {
    refused = codeOf(error)
    throw error
  } finally {
    if (call) {
      call.meter.examined += cost.examined
      call.meter.returned += cost.returned
    }
    if (parts.explain) {
      const milliseconds = performance.now() - from
      const functionName = call?.functionName
      const line = explainLine({ functionName, action, params, milliseconds, cost, refused })
      process.stderr.write(`${line}\n`)
    }
  }
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
  const apiName = fields.apiName ?? ''
  const answered = await accounted(parts, instanceId, 'wx.openApi', { apiName }, async (call) =>
    parts.wechat(apiName, requestData, {
      openid: call?.openid ?? null,
      openapi: parts.functions.config(call?.functionName ?? '')?.openapi ?? [],
      apiToken: call !== undefined && call.apiToken === fields.wxCloudApiToken ? call.apiToken : null,
    }),
  )
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
        const { action: named, ...params } = request.body ?? {}
        const action = String(named)
        const answered = await accounted(parts, instanceId, action, params, (call, cost) =>
          answer(parts, action, params, instanceId, call, cost),
        )
        return { requestId, ...answered }
      } catch (error) {
        return { requestId, ...wireFailure(error) }
      }
    },
  )
}
