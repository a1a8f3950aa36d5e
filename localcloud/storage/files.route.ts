import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { CloudError } from '../cloud-error'
import { type FileStore, isKey } from './file-store'
import type { Storage } from './storage'
import type { UrlSigner } from './url-signature'

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.pdf': 'application/pdf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const FILE_LIMIT_BYTES = 50 * 1024 * 1024

export interface FilesParts {
  files: FileStore
  storage: Storage
  signer: UrlSigner
  clock: () => number
}

const xmlFailure = (code: string, message: string): string =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
  `<RequestId>${randomUUID()}</RequestId><TraceId>local</TraceId></Error>`

/** Temporary URLs (`GET`/`PUT /files/…`, as object storage answers them) a phone's `POST /upload`, and `GET /file?id=cloud://…` for a browser's pictures. */
export const filesRoute = async (server: FastifyInstance, parts: FilesParts): Promise<void> => {
  const { files, storage, signer, clock } = parts

  server.get<{ Params: { key: string }; Querystring: { t?: string; sign?: string } }>(
    '/files/:key',
    async (request, reply) => {
      const { key } = request.params
      const { t, sign = '' } = request.query
      if (!isKey(key) || !signer.allows('get', key, Number(t), sign, clock())) {
        return reply.code(403).type('application/xml').send(xmlFailure('AccessDenied', 'Request has expired'))
      }
      const file = files.read(key)
      if (!file) return reply.code(404).type('application/xml').send(xmlFailure('NoSuchKey', 'no such file'))
      return reply
        .type(TYPES[extname(key).toLowerCase()] ?? 'application/octet-stream')
        .header('content-length', file.bytes)
        .header('x-content-type-options', 'nosniff')
        .send(file.content)
    },
  )

  // WeChat's <image> opens a file by its id; a browser is led to where it can be fetched
  server.get<{ Querystring: { id?: string } }>('/file', async (request, reply) => {
    const url = storage.urlOf(request.query.id ?? '')
    return url === '' ? reply.code(404).send({ errCode: -1, errMsg: 'no such file' }) : reply.redirect(url)
  })

  // Object storage takes any body as it is; the parser holds for these routes only.
  await server.register(async (raw) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', (_request, body, done) => done(null, body))
    raw.put<{ Params: { key: string }; Querystring: { t?: string }; Body: Readable | null }>(
      '/files/:key',
      { bodyLimit: FILE_LIMIT_BYTES },
      async (request, reply) => {
        const { key } = request.params
        const { authorization = '' } = request.headers
        if (!isKey(key) || !signer.allows('put', key, Number(request.query.t), authorization, clock())) {
          return reply
            .code(403)
            .type('application/xml')
            .send(xmlFailure('SignatureDoesNotMatch', 'bad signature'))
        }
        await files.write(key, request.body ?? Readable.from([]))
        return reply.code(200).send('')
      },
    )
  })

  server.post('/upload', { bodyLimit: FILE_LIMIT_BYTES }, async (request, reply) => {
    const openid = request.headers['x-openid']
    if (typeof openid !== 'string' || openid === '') {
      return reply
        .code(400)
        .send({ errCode: -1, errMsg: 'header x-openid is missing: who is uploading? (see /who)' })
    }
    const part = request.isMultipart()
      ? await request.file({ limits: { fileSize: FILE_LIMIT_BYTES } })
      : undefined
    if (part === undefined)
      return reply.code(400).send({ errCode: -1, errMsg: 'send one multipart field «file»' })
    try {
      const extension = /\.[A-Za-z0-9]{1,8}$/.exec(part.filename)?.[0] ?? ''
      const fileID = await storage.put(`uploads/${randomUUID()}${extension}`, part.file)
      if (!part.file.truncated) return { fileID }
      await storage.handle('storage.batchDeleteFile', { fileid_list: [fileID] })
      return reply.code(413).send({ errCode: -1, errMsg: 'uploadFile:fail file exceeds 50 MB' })
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      return reply.code(400).send({ errCode: -1, errMsg: error.message })
    }
  })
}
