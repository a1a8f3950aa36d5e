import fastify, { type FastifyInstance } from 'fastify'

/** An HTTP server whose failures speak the language of the route that failed. Not listening yet. */
export const openServer = (): FastifyInstance => {
  const server = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 8 * 1024 * 1024 })
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) process.stderr.write(`[localcloud] ${request.url}: ${error.stack}\n`)
    if (request.url.startsWith('/admin')) {
      return reply.code(200).send({ code: 'INVALID_PARAM', message: error.message, requestId: request.id })
    }
    return reply.code(status).send({ errCode: -1, errMsg: error.message })
  })
  return server
}
