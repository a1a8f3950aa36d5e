import type { Readable } from 'node:stream'
import { CloudError } from '../cloud-error'
import { type FileStore, fileIdOf, keyOf } from './file-store'
import type { UrlSigner } from './url-signature'

const BATCH_LIMIT = 50
const DEFAULT_AGE_S = 86_400
const UPLOAD_AGE_MS = 10 * 60_000

export interface StorageParts {
  files: FileStore
  signer: UrlSigner
  baseUrl: () => string
  clock: () => number
}

/** The cloud's file storage, spoken to in the wire protocol's actions. */
export interface Storage {
  /** Carries out one `storage.*` action; throws CloudError. */
  handle(action: string, params: Record<string, unknown>): Promise<Record<string, unknown>>
  /** Where a file can be fetched for a while; empty when there is none under this id. */
  urlOf(fileId: string): string
  /** Stores a client's file; answers its `cloud://` id. */
  put(path: string, content: Readable): Promise<string>
}

const listOf = (value: unknown, name: string): unknown[] => {
  if (!Array.isArray(value) || value.length === 0) throw new CloudError('INVALID_PARAM', `${name} is empty`)
  if (value.length > BATCH_LIMIT) {
    throw new CloudError('INVALID_PARAM', `${name} has more than ${BATCH_LIMIT} files`)
  }
  return value
}

/** A file as a request names it: the id alone, or with the age its URL is to reach. */
const fileWanted = (item: unknown): { fileID: string; maxAge: number } => {
  if (typeof item !== 'object' || item === null) return { fileID: String(item), maxAge: DEFAULT_AGE_S }
  const { fileid, max_age: age } = item as { fileid?: unknown; max_age?: unknown }
  return { fileID: String(fileid), maxAge: typeof age === 'number' && age > 0 ? age : DEFAULT_AGE_S }
}

/** Opens the storage over its parts. */
export const openStorage = ({ files, signer, baseUrl, clock }: StorageParts): Storage => {
  const uploadMetadata = (path: string) => {
    const fileId = fileIdOf(path)
    const key = keyOf(fileId) ?? ''
    const expires = clock() + UPLOAD_AGE_MS
    const authorization = signer.sign('put', key, expires)
    return {
      url: `${baseUrl()}/files/${key}?t=${expires}`,
      token: 'local',
      authorization,
      fileId,
      cosFileId: key,
    }
  }

  const downloadUrl = (item: unknown) => {
    const { fileID, maxAge } = fileWanted(item)
    const key = keyOf(fileID)
    if (key === null || !files.has(key)) {
      return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', maxAge }
    }
    const expires = clock() + maxAge * 1000
    const sign = signer.sign('get', key, expires)
    return {
      fileID,
      code: 'SUCCESS',
      tempFileURL: `${baseUrl()}/files/${key}?sign=${sign}&t=${expires}`,
      maxAge,
    }
  }

  const remove = async (fileID: string) => {
    const key = keyOf(fileID)
    const gone = key !== null && (await files.remove(key))
    return { fileID, code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
  }

  return {
    handle: async (action, params) => {
      if (action === 'storage.getUploadMetadata') return { data: uploadMetadata(String(params.path ?? '')) }
      if (action === 'storage.batchGetDownloadUrl') {
        return { data: { download_list: listOf(params.file_list, 'file_list').map(downloadUrl) } }
      }
      if (action === 'storage.batchDeleteFile') {
        const ids = listOf(params.fileid_list, 'fileid_list').map(String)
        return { data: { delete_list: await Promise.all(ids.map(remove)) } }
      }
      throw new CloudError('LOCALCLOUD.UNSUPPORTED', `the local cloud has no action «${action}»`)
    },
    urlOf: (fileId) => downloadUrl(fileId).tempFileURL,
    put: async (path, content) => {
      const fileId = fileIdOf(path)
      await files.write(keyOf(fileId) ?? '', content)
      return fileId
    },
  }
}
