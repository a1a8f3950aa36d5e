import type { FastifyInstance } from 'fastify'
import type { CloudIds } from './open-data'
import type { WechatStore } from './wechat-store'

/** What a person does inside WeChat, by hand: accepting a template's next message, getting a cloud id,
 * reading what arrived. */
export const wechatRoute = (server: FastifyInstance, store: WechatStore, cloudIds: CloudIds): void => {
  server.post<{ Body: { openid?: unknown; templateId?: unknown } | null }>(
    '/subscribe',
    async (request, reply) => {
      const { openid, templateId } = request.body ?? {}
      if (
        typeof openid !== 'string' ||
        typeof templateId !== 'string' ||
        openid === '' ||
        templateId === ''
      ) {
        return reply.code(400).send({ errCode: -1, errMsg: 'the body is {"openid", "templateId"}' })
      }
      store.grant(openid, templateId)
      return { granted: store.granted(openid, templateId) }
    },
  )

  server.post<{ Body: { openid?: unknown; data?: unknown } | null }>('/cloud-id', async (request, reply) => {
    const { openid, data = {} } = request.body ?? {}
    if (typeof openid !== 'string' || openid === '') {
      return reply.code(400).send({ errCode: -1, errMsg: 'the body is {"openid", "data"}' })
    }
    return { cloudID: cloudIds.issue(openid, data) }
  })

  server.get<{ Querystring: { openid?: string } }>('/outbox', async (request) => ({
    messages: store.outbox(request.query.openid),
  }))
}
