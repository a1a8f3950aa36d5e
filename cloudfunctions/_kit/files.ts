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
