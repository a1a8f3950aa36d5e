import { existsSync, readFileSync } from 'node:fs'
import { CloudError } from '../cloud-error'
import { drawMiniCode } from './mini-code'
import type { CloudIds } from './open-data'
import { fileAnswer, jsonAnswer, openDataAnswer, readOpenapiRequest, systemRefusal } from './openapi-message'
import { openPhoneCode } from './phone-number'
import { sendSubscribeMessage } from './subscribe-message'
import { checkText } from './text-check'
import { WechatError } from './wechat-error'
import type { WechatStore } from './wechat-store'

const NO_PERMISSION = -604101

export interface WechatParts {
  store: WechatStore
  cloudIds: CloudIds
  /** When this openid last used the mini-program, epoch milliseconds. */
  lastSeen: (openid: string) => number | undefined
  clock: () => number
  baseUrl: () => string
  /** `app.json` of the built mini-program; without one, every page counts as published. */
  appJson: string
}

/**
 * Who is asking WeChat: a function's declared APIs, its token when that is the one of the call it serves, and that
 * call's person.
 */
export interface Asker {
  openid: string | null
  openapi: readonly string[]
  apiToken: string | null
}

/** Answers one `wx.openApi` message, as protobuf; throws CloudError for what never reaches WeChat. */
export type Wechat = (apiName: string, requestData: Uint8Array, asker: Asker) => Buffer

interface AppJson {
  pages?: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
}

const pageOf = (appJson: string) => (page: string) => {
  if (!existsSync(appJson)) return true
  const app: AppJson = JSON.parse(readFileSync(appJson, 'utf8'))
  const packaged = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].flatMap(({ root, pages }) =>
    pages.map((each) => `${root.replace(/\/$/, '')}/${each}`),
  )
  return [...(app.pages ?? []), ...packaged].includes(page)
}

/** What WeChat's servers answer, as far as Linli asks them. */
export const openWechat = ({ store, cloudIds, lastSeen, clock, baseUrl, appJson }: WechatParts): Wechat => {
  const pageExists = pageOf(appJson)
  const apis: Readonly<Record<string, (args: Record<string, unknown>) => Buffer>> = {
    'security.msgSecCheck': (args) => jsonAnswer({ errcode: 0, ...checkText(args, lastSeen, clock()) }),
    'subscribeMessage.send': (args) =>
      jsonAnswer({ errcode: 0, ...sendSubscribeMessage(args, store, pageExists, clock()) }),
    'wxacode.getUnlimited': (args) => fileAnswer(drawMiniCode(args, pageExists, baseUrl()), 'image/png'),
    'phonenumber.getPhoneNumber': (args) =>
      jsonAnswer({ errcode: 0, ...openPhoneCode(args, store, clock()) }),
  }

  return (apiName, requestData, asker) => {
    if (!asker.apiToken) {
      throw new CloudError('INVALID_PARAM', 'Invalid wxCloudApiToken')
    }
    const request = readOpenapiRequest(requestData)
    if (request.kind === 'openData') {
      return openDataAnswer(request.cloudIds.map((cloudID) => cloudIds.open(cloudID, asker.openid)))
    }
    if (request.kind === 'unknown')
      throw new CloudError('LOCALCLOUD.UNSUPPORTED', `no such request: ${apiName}`)
    if (!asker.openapi.includes(apiName)) return systemRefusal(NO_PERMISSION)
    const api = apis[apiName]
    if (!api) throw new CloudError('LOCALCLOUD.UNSUPPORTED', `the local WeChat has no API «${apiName}»`)
    try {
      return api(request.args)
    } catch (error) {
      if (!(error instanceof WechatError)) throw error
      return jsonAnswer({ errcode: error.errcode, errmsg: error.message })
    }
  }
}
