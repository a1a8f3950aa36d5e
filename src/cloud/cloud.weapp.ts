import Taro from '@tarojs/taro'
import type { Cloud } from './cloud.port'

// Without `env` the calls go to the environment chosen for the mini-program in the console.
Taro.cloud.init({ traceUser: true })

const upload = async (name: string, filePath: string): Promise<string> => {
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? ''
  const cloudPath = `uploads/${Date.now()}-${Math.random().toString(36).slice(2, 10)}${ending}`
  return (await Taro.cloud.uploadFile({ cloudPath, filePath })).fileID
}

/** Whether a file that was kept is still on the phone: the user may have cleared the mini-program's data. */
const isThere = (path: string): boolean => {
  try {
    Taro.getFileSystemManager().accessSync(path)
    return true
  } catch {
    return false
  }
}

/** The cloud inside WeChat. Who calls is known to the function alone (its `getWXContext`). */
export const cloud: Cloud = {
  callFunction: async (name, data) => (await Taro.cloud.callFunction({ name, data })).result,

  pictureOf: (fileId) => fileId,

  uploadFile: async ({ name, content }) => {
    if (typeof content !== 'string') throw new TypeError('WeChat uploads a path')
    return upload(name, content)
  },

  pickFile: async (extensions) => {
    try {
      const { tempFiles } = await Taro.chooseMessageFile({
        count: 1,
        type: 'file',
        extension: [...extensions],
      })
      const file = tempFiles[0]
      return file && { name: file.name, content: file.path }
    } catch {
      return undefined // WeChat rejects when the user closes the picker
    }
  },

  pickPhoto: async () => {
    try {
      const { tempFiles } = await Taro.chooseMedia({
        count: 1,
        mediaType: ['image'],
        sizeType: ['compressed'],
      })
      const photo = tempFiles[0]
      return photo && { name: 'photo.jpg', content: photo.tempFilePath }
    } catch {
      return undefined // closed without a photo
    }
  },

  keepPhoto: ({ content }) =>
    new Promise((kept, failed) => {
      if (typeof content !== 'string') return failed(new TypeError('WeChat keeps a path'))
      Taro.getFileSystemManager().saveFile({
        tempFilePath: content,
        success: ({ savedFilePath }) => kept(savedFilePath),
        fail: failed,
      })
    }),

  sendPhoto: async (kept) => (isThere(kept) ? upload('photo.jpg', kept) : undefined),

  dropPhoto: (kept) => Taro.getFileSystemManager().removeSavedFile({ filePath: kept }),

  askToNotify: (templateId) => {
    // entityIds: only Alipay reads it, Taro's types demand it
    const asked = Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] })
    asked.catch(() => undefined) // switched off, or this phone cannot: the notice stays in the app
  },

  identity: () => 'wechat',
}
