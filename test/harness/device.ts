import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { TestCloud } from './cloud'

/** What a person did or was shown outside the pages. */
export interface Doings {
  readonly toasts: string[]
  /** Titles of the questions asked. */
  readonly questions: string[]
  /** Numbers phoned. */
  readonly calls: string[]
  /** Texts copied. */
  readonly copied: string[]
  /** Templates of messages the person was asked to accept; they accept. */
  readonly subscribed: string[]
}

export interface DeviceOptions {
  readonly cloud: TestCloud
  readonly openid: string
  /** WeChat's font size; 17 is its standard. */
  readonly fontSize?: number
  /** Whether the phone has a network; yes unless said otherwise. */
  readonly online?: boolean
  /** What is on the phone already: JSON by storage key. */
  readonly storage?: ReadonlyMap<string, string>
  /** What its clock says now, epoch ms, from where it goes on; right unless said otherwise. */
  readonly now?: number
}

/** How pages move, done by the phone. */
export interface Navigation {
  navigateTo(url: string): void
  redirectTo(url: string): void
  switchTab(url: string): void
  navigateBack(): void
}

export interface Device {
  /** The `wx` of the mini-program. */
  readonly wx: object
  readonly doings: Doings
  /** What is on the phone, to open the mini-program again with. */
  readonly storage: ReadonlyMap<string, string>
  /** The file the person will pick next, by path; undefined: they close the picker. */
  pick(path: string | undefined): void
  /** What the camera will see next when a code is scanned; undefined: they close it. */
  scan(code: string | undefined): void
  /** Whether the person agrees to questions; yes unless said otherwise. */
  agree(yes: boolean): void
  /** Calls to the cloud that have no answer yet. */
  underWay(): number
  /** Switches the network off or on; calls fail without it. */
  network(on: boolean): void
  /** From now on calls reach the cloud and are done there, but the answers get lost on the way. */
  loseAnswers(lost: boolean): void
  /** From now on calls of this action are done in the cloud, but their answers stay on the way until they are let go. */
  holdAnswers(action: string): void
  letGo(): void
  /** What the phone's clock says, epoch ms. */
  now(): number
  /** Sets the phone's clock, which goes on from there; its timers are not moved. */
  itIs(at: number): void
}

type Outcome = Record<string, unknown>
interface Callbacks {
  success?: (outcome: Outcome) => void
  fail?: (outcome: Outcome) => void
  complete?: (outcome: Outcome) => void
}

interface Question {
  title: string
  confirmText?: string
  cancelText?: string
}

/** An API in WeChat's way: answers through callbacks, without them by a promise; what `does` throws is the failure. */
const api =
  <Options>(name: string, does: (options: Options) => unknown) =>
  async (options: Options & Callbacks): Promise<Outcome> => {
    const { success, fail, complete } = options
    const outcome: Outcome = {}
    try {
      Object.assign(outcome, { errMsg: `${name}:ok` }, await does(options))
      success?.(outcome)
    } catch (thrown) {
      outcome.errMsg = `${name}:fail ${thrown instanceof Error ? thrown.message : thrown}`
      if (!fail && !complete) throw outcome
      fail?.(outcome)
    }
    complete?.(outcome)
    return outcome
  }

const screen = { pixelRatio: 2, windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 667 }

/** The device APIs of one person's phone. The cloud is real; what only a hand could do is played and recorded. */
export const startDevice = (
  { cloud, openid, fontSize = 17, online: reached = true, storage: known = new Map(), now }: DeviceOptions,
  navigation: Navigation,
  own: (value: unknown) => unknown,
): Device => {
  const storage = new Map(known)
  const doings: Doings = { toasts: [], questions: [], calls: [], copied: [], subscribed: [] }
  const networkListeners = new Set<(change: { isConnected: boolean }) => void>()
  let picked: string | undefined
  let scanned: string | undefined
  let agrees = true
  let online = reached
  let answersLost = false
  let callsUnderWay = 0
  let ahead = now === undefined ? 0 : now - Date.now()
  let held = ''
  let gone = Promise.resolve()
  let letGo = () => {}

  const reach = () => {
    if (!online) throw new Error('cloud: network unreachable')
  }
  const files = {
    saveFile: api('saveFile', ({ tempFilePath }: { tempFilePath: string }) => {
      const savedFilePath = join(mkdtempSync(join(tmpdir(), 'linli-phone-')), basename(tempFilePath))
      copyFileSync(tempFilePath, savedFilePath)
      return { savedFilePath }
    }),
    accessSync: (path: string) => {
      if (!existsSync(path)) throw new Error('accessSync:fail no such file')
    },
    removeSavedFile: api('removeSavedFile', ({ filePath }: { filePath: string }) => rmSync(filePath)),
  }
  const wx = {
    cloud: {
      init: () => undefined,
      callFunction: async ({ name, data }: { name: string; data: { action: string } }) => {
        reach()
        const waits = data.action === held ? gone : undefined
        callsUnderWay += 1
        const { status, body } = await cloud.callRaw(name, data, { openid }).finally(() => {
          callsUnderWay -= 1
        })
        await waits
        if (answersLost) throw new Error('cloud: request timeout')
        if (status !== 200) throw own({ errCode: -504002, errMsg: `cloud.callFunction:fail ${status}` })
        return own({ errMsg: 'cloud.callFunction:ok', result: body })
      },
      uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
        reach()
        const fileID = await cloud.upload(
          { name: basename(cloudPath), content: readFileSync(filePath) },
          openid,
        )
        return own({ errMsg: 'cloud.uploadFile:ok', statusCode: 204, fileID })
      },
    },
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run, 0),
    getSystemInfoSync: () => own({ ...screen, platform: 'ios', fontSizeSetting: fontSize }),
    getWindowInfo: () => own(screen),
    getDeviceInfo: () => own({ platform: 'ios' }),
    getAppBaseInfo: () => own({ SDKVersion: '3.7.12', fontSizeSetting: fontSize }),
    getStorageSync: (key: string) => own(JSON.parse(storage.get(key) ?? '""')),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    onNetworkStatusChange: (listener: (change: { isConnected: boolean }) => void) =>
      void networkListeners.add(listener),
    offNetworkStatusChange: (listener: (change: { isConnected: boolean }) => void) =>
      void networkListeners.delete(listener),
    navigateTo: api('navigateTo', ({ url }: { url: string }) => navigation.navigateTo(url)),
    redirectTo: api('redirectTo', ({ url }: { url: string }) => navigation.redirectTo(url)),
    switchTab: api('switchTab', ({ url }: { url: string }) => navigation.switchTab(url)),
    navigateBack: api('navigateBack', () => navigation.navigateBack()),
    showToast: api('showToast', ({ title }: { title: string }) => void doings.toasts.push(title)),
    showModal: api('showModal', ({ title, confirmText = '', cancelText = '' }: Question) => {
      if (confirmText.length > 4 || cancelText.length > 4)
        throw new Error('a button of more than 4 characters')
      doings.questions.push(title)
      return { confirm: agrees, cancel: !agrees }
    }),
    makePhoneCall: api('makePhoneCall', ({ phoneNumber }: { phoneNumber: string }) => {
      doings.calls.push(phoneNumber)
    }),
    setClipboardData: api('setClipboardData', ({ data }: { data: string }) => void doings.copied.push(data)),
    requestSubscribeMessage: api('requestSubscribeMessage', async ({ tmplIds }: { tmplIds: string[] }) => {
      for (const templateId of tmplIds) await cloud.subscribe(openid, templateId)
      doings.subscribed.push(...tmplIds)
      return Object.fromEntries(tmplIds.map((templateId) => [templateId, 'accept']))
    }),
    scanCode: api('scanCode', ({ scanType = ['barCode', 'qrCode'] }: { scanType?: string[] }) => {
      if (scanned === undefined) throw new Error('cancel')
      if (!scanType.includes('qrCode')) throw new Error('the code is a QR code')
      return { result: scanned, scanType: 'QR_CODE', charSet: 'UTF-8' }
    }),
    chooseMedia: api('chooseMedia', () => {
      if (picked === undefined) throw new Error('cancel')
      return own({ tempFiles: [{ tempFilePath: picked }] })
    }),
    getFileSystemManager: () => files,
    chooseMessageFile: api('chooseMessageFile', () => {
      if (picked === undefined) throw new Error('cancel')
      return { tempFiles: [{ name: basename(picked), path: picked }] }
    }),
  }
  return {
    wx,
    doings,
    storage,
    pick: (path) => {
      picked = path
    },
    scan: (code) => {
      scanned = code
    },
    underWay: () => callsUnderWay,
    loseAnswers: (lost) => {
      answersLost = lost
    },
    holdAnswers: (action) => {
      held = action
      gone = new Promise((resolve) => {
        letGo = resolve
      })
    },
    letGo: () => {
      held = ''
      letGo()
    },
    now: () => Date.now() + ahead,
    itIs: (at) => {
      ahead = at - Date.now()
    },
    agree: (yes) => {
      agrees = yes
    },
    network: (on) => {
      online = on
      for (const listener of networkListeners) listener({ isConnected: on })
    },
  }
}
