import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { escaped, htmlPage } from './html'

const SAMPLE = /\.(xlsx|csv|jsonl|txt|png|jpg)$/

const sampleList = (dir: string): string => {
  const names = existsSync(dir) ? readdirSync(dir).filter((name) => SAMPLE.test(name)) : []
  const links = names.map(
    (name) => `<li><a href="/demo/${encodeURIComponent(name)}" download>${escaped(name)}</a></li>`,
  )
  const body = links.length > 0 ? `<ul>${links.join('')}</ul>` : '<p>这里还没有示例文件。</p>'
  return htmlPage('示例文件', 'body{max-width:720px}', `<h1>示例文件</h1>${body}`)
}

/**
 * The web build at `/` and the demo town's sample files at `/demo/`. A build made while the cloud runs is served
 * from the next request on; without one, `/` leads to `/who`.
 */
export const siteRoute = async (
  server: FastifyInstance,
  { siteDir, samplesDir }: { siteDir: string; samplesDir: string },
): Promise<void> => {
  server.get('/demo/', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(sampleList(samplesDir)),
  )
  await server.register(fastifyStatic, {
    root: samplesDir,
    prefix: '/demo/',
    index: false,
    allowedPath: (path) => SAMPLE.test(path),
    decorateReply: false,
  })
  await server.register(fastifyStatic, {
    root: siteDir,
    prefix: '/',
    index: false,
    // `sendFile` below is this registration's: the samples' one would refuse index.html.
    setHeaders: (response, path) => {
      // Names with a hash in them never change what they stand for.
      const forever = /\.[0-9a-f]{8}\.(js|css)$/.test(path)
      response.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.get('/', async (_request, reply) =>
    existsSync(join(siteDir, 'index.html'))
      ? reply.header('cache-control', 'no-cache').sendFile('index.html', siteDir)
      : reply.redirect('/who'),
  )
}
