import type { FastifyInstance } from 'fastify'
import type { WechatStore } from './wechat-store'

/** What a person does inside WeChat, by hand: accepting a template's next message, reading what arrived. */
export const wechatRoute = (server: FastifyInstance, store: WechatStore): void => {
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

  server.get<{ Querystring: { openid?: string } }>('/outbox', async (request) => ({
    messages: store.outbox(request.query.openid),
  }))
}
