import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'

const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** An HTTP server whose failures speak the language of the route that failed. Not listening yet. */
export const openServer = async (): Promise<FastifyInstance> => {
  const server = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 8 * 1024 * 1024 })
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) process.stderr.write(`[localcloud] ${request.url}: ${error.stack}\n`)
    if (request.url.startsWith('/admin')) {
      return reply.code(200).send({ code: 'INVALID_PARAM', message: error.message, requestId: request.id })
    }
    return reply.code(status).send({ errCode: -1, errMsg: error.message })
  })
  // A foreign page whose name was made to point at this machine may look up nothing here.
  server.addHook('onRequest', async (request, reply) => {
    if (!OWN_HOST.test(request.headers.host ?? '')) {
      return reply.code(403).send({ errCode: -1, errMsg: 'the local cloud is for this machine only' })
    }
  })
  await server.register(multipart)
  return server
}
