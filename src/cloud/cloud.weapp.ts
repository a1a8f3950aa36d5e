import Taro from '@tarojs/taro'
import type { Cloud } from './cloud.port'

// Without `env` the calls go to the environment chosen for the mini-program in the console.
Taro.cloud.init({ traceUser: true })

/** The cloud inside WeChat. Who calls is known to the function alone (its `getWXContext`). */
export const cloud: Cloud = {
  callFunction: async (name, data) => (await Taro.cloud.callFunction({ name, data })).result,

  uploadFile: async ({ name, content }) => {
    if (typeof content !== 'string') throw new TypeError('WeChat uploads a path')
    const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? ''
    const cloudPath = `uploads/${Date.now()}-${Math.random().toString(36).slice(2, 10)}${ending}`
    return (await Taro.cloud.uploadFile({ cloudPath, filePath: content })).fileID
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

  askToNotify: (templateId) => {
    // entityIds: only Alipay reads it, Taro's types demand it
    const asked = Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] })
    asked.catch(() => undefined) // switched off, or this phone cannot: the notice stays in the app
  },

  identity: () => 'wechat',
}
