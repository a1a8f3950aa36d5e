import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getWxml } from 'miniprogram-simulate/src/compile'
import { load, type Mounted, render } from 'miniprogram-simulate/src/index'
import { type Device, type DeviceOptions, type Navigation, startDevice } from './device'
import type { Drawn } from './drawn'
import { type LogicLayer, startLogicLayer } from './logic-layer'

declare const document: {
  createElement(name: string): Drawn
  readonly body: { appendChild(child: Drawn): void }
}
declare const window: Record<string, unknown>

const root = join(__dirname, '..', '..', 'dist', 'weapp')
const MOST_PAGES = 10
const DRAWING_MS = 50

interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar: { readonly list: readonly { readonly pagePath: string }[] }
}
const config: AppConfig = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8'))
const tabs = config.tabBar.list.map(({ pagePath }) => pagePath)

/** Every page of the mini-program, those of sub-packages too. */
export const allPages: readonly string[] = [
  ...config.pages,
  ...config.subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
]

type Definition = Record<string, unknown>
type Life = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload' | 'onReachBottom' | 'onShareAppMessage'

/** A page on the stack. */
export interface OpenPage {
  readonly route: string
  readonly options: Readonly<Record<string, string>>
  readonly drawn: Drawn
  /** Tells the page what happened to it. */
  live(life: Life, given?: unknown): unknown
  close(): void
}

/** The compiled mini-program running on one phone. */
export interface MiniProgram extends Device {
  /** The page that is seen. */
  top(): OpenPage
  readonly navigation: Navigation
  /** What the code wrote to the console as an error or threw out of a timer, and what could not be drawn. */
  readonly complaints: readonly string[]
  /** Whether nothing is being drawn. */
  idle(): boolean
  close(): void
}

const isTimer = (timer: unknown): timer is number => typeof timer === 'number'

const parse = (url: string): { route: string; options: Record<string, string> } => {
  const [path = '', query = ''] = url.replace(/^\//, '').split('?')
  return { route: path, options: Object.fromEntries(new URLSearchParams(query)) }
}

let phones = 0

/** Compiled templates say on the console what they cannot draw; on a phone it is simply missing. */
const templateWarnings = new Set<(words: string) => void>()
console.warn = (...words: unknown[]) => {
  for (const told of templateWarnings) told(words.map(String).join(' '))
}

/** Registers what `Page` or `Component` were called with, under an id of its own. */
const register = (id: string, path: string, comp: string, definition: object): string => {
  window.__webview_engine_version__ = 0.02 // what the compiled templates expect of WeChat's web view
  const template = getWxml(join(root, path), { compiler: 'official', rootPath: root })
  return load({ id, template, usingComponents: { comp }, ...definition })
}

const mount = (id: string, route: string, options: Record<string, string>): OpenPage => {
  const mounted: Mounted = render(id)
  const drawn = document.createElement('page')
  document.body.appendChild(drawn)
  const { setData } = mounted.instance
  Object.assign(mounted.instance, {
    route,
    options,
    // What a page draws goes to the web view as text, as on a phone: no object is shared.
    setData: (data: object, done?: () => void) => {
      if (typeof setData === 'function') setData(JSON.parse(JSON.stringify(data)), done)
    },
  })
  mounted.attach(drawn)
  return {
    route,
    options,
    drawn,
    live: (life, given) => {
      const does = mounted.instance[life]
      return typeof does === 'function' ? does.call(mounted.instance, given) : undefined
    },
    close: () => {
      mounted.detach()
      drawn.remove()
    },
  }
}

/** Starts the compiled mini-program at a page, as WeChat does from an icon, a card or a code. */
export const startMiniProgram = (options: DeviceOptions, startUrl: string): MiniProgram => {
  const phone = `phone-${++phones}`
  const complaints: string[] = []
  const complain = (...words: unknown[]) => void complaints.push(words.map(String).join(' '))
  templateWarnings.add(complain)
  const pages = new Map<string, string>()
  const comp = `${phone}-comp`
  const stack: OpenPage[] = []
  let running = ''
  let app: Record<string, (given: unknown) => void> = {}

  /** Timers about to run: React and Taro draw in them. */
  const soon = new Set<unknown>()
  const setTimer = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): unknown => {
    const timer = setTimeout(() => {
      soon.delete(timer)
      try {
        run(...given)
      } catch (thrown) {
        complain(thrown instanceof Error ? thrown.stack : thrown)
      }
    }, ms)
    if (ms < DRAWING_MS) soon.add(timer)
    return timer
  }
  const clearTimer = (timer: unknown): void => {
    soon.delete(timer)
    if (isTimer(timer)) clearTimeout(timer)
  }
  const definePage = (definition: Definition) => {
    const entries = Object.entries(definition)
    const methods = Object.fromEntries(entries.filter(([, value]) => typeof value === 'function'))
    pages.set(
      running,
      register(`${phone}-page-${pages.size}`, running, comp, { data: definition.data, methods }),
    )
  }

  const defineComponent = (definition: Definition) => {
    if (running === 'comp') register(comp, 'comp', comp, { tagName: 'comp', ...definition })
  }
  const defineApp = (definition: typeof app) => {
    app = definition
  }

  let layer: LogicLayer
  const idOf = (route: string): string => {
    if (!allPages.includes(route)) throw new Error(`page "${route}" is not found`)
    running = route
    layer.run(route)
    const id = pages.get(route)
    if (id === undefined) throw new Error(`${route} called no Page()`)
    return id
  }
  const push = (url: string): void => {
    const { route, options: query } = parse(url)
    const page = mount(idOf(route), route, query)
    stack.push(page)
    page.live('onLoad', layer.own(query))
    page.live('onShow')
    page.live('onReady')
  }
  const pop = (): void => {
    const page = stack.pop()
    page?.live('onUnload')
    page?.close()
  }
  const top = (): OpenPage => {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }
  const navigation: Navigation = {
    navigateTo: (url) => {
      if (tabs.includes(parse(url).route)) throw new Error('can not navigateTo a tabbar page')
      if (stack.length >= MOST_PAGES) throw new Error('webview count limit exceed')
      idOf(parse(url).route)
      top().live('onHide')
      push(url)
    },
    redirectTo: (url) => {
      if (tabs.includes(parse(url).route)) throw new Error('can not redirectTo a tabbar page')
      idOf(parse(url).route)
      pop()
      push(url)
    },
    switchTab: (url) => {
      if (!tabs.includes(url.replace(/^\//, ''))) throw new Error('can not switch to no-tabBar page')
      while (stack.length > 0) pop()
      push(url)
    },
    navigateBack: () => {
      if (stack.length < 2) throw new Error('cannot navigate back at first page')
      pop()
      top().live('onShow')
    },
  }
  const device = startDevice(options, navigation, (value) => layer.own(value))
  layer = startLogicLayer(root, {
    wx: device.wx,
    App: defineApp,
    getApp: () => app,
    Page: definePage,
    Component: defineComponent,
    getCurrentPages: () => stack,
    console: { ...console, error: complain },
    setTimeout: setTimer,
    clearTimeout: clearTimer,
    setInterval,
    clearInterval,
  })
  const launch = { path: parse(startUrl).route, query: parse(startUrl).options, scene: 1001 }
  layer.run('app')
  running = 'comp'
  layer.run('comp')
  app.onLaunch?.(layer.own(launch))
  app.onShow?.(layer.own(launch))
  push(startUrl)
  return {
    ...device,
    top,
    navigation,
    complaints,
    idle: () => soon.size === 0,
    close: () => {
      while (stack.length > 0) pop()
      templateWarnings.delete(complain)
    },
  }
}
