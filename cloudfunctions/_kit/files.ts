import { cloud } from './cloud'

/** The content of a file in the cloud's storage; undefined when there is none under this id. */
export const downloadFile = async (fileId: string): Promise<Buffer | undefined> => {
  try {
    const { fileContent } = await cloud.downloadFile({ fileID: fileId })
    return Buffer.isBuffer(fileContent) ? fileContent : undefined
  } catch {
    return undefined // deleted, never uploaded, or no file id at all
  }
}

/** Stores a file and answers its id with an address it can be fetched from for a while. Two requests, none to the database. */
export const uploadFile = async (
  path: string,
  content: Buffer,
): Promise<{ readonly fileId: string; readonly url: string }> => {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
  const found = await cloud.getTempFileURL({ fileList: [fileID] })
  return { fileId: fileID, url: found?.fileList[0]?.tempFileURL ?? '' }
}
