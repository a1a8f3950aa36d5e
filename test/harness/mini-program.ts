import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Device, type DeviceOptions, type Navigation, startDevice } from './device'
import { type LogicLayer, startLogicLayer } from './logic-layer'
import { hearTemplates, mount, type OpenPage, register, root } from './page-layer'

const MOST_PAGES = 10

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

/** The compiled mini-program running on one phone. */
export interface MiniProgram extends Device {
  /** The page that is seen. */
  top(): OpenPage
  readonly navigation: Navigation
  /** What the code wrote to the console as an error or threw out of a timer, and what could not be drawn. */
  readonly complaints: readonly string[]
  /** Whether nothing is being drawn. */
  idle(): boolean
  /** The person does something else on the phone and comes back to the page. */
  comeBack(): void
  close(): void
}

const parse = (url: string): { route: string; options: Record<string, string> } => {
  const [path = '', query = ''] = url.replace(/^\//, '').split('?')
  return { route: path, options: Object.fromEntries(new URLSearchParams(query)) }
}

let phones = 0

/** Starts the compiled mini-program at a page, as WeChat does from an icon, a card or a code. */
export const startMiniProgram = (options: DeviceOptions, startUrl: string): MiniProgram => {
  const phone = `phone-${++phones}`
  const complaints: string[] = []
  const complain = (...words: unknown[]) => void complaints.push(words.map(String).join(' '))
  const silence = hearTemplates(complain)
  const pages = new Map<string, string>()
  const comp = `${phone}-comp`
  const stack: OpenPage[] = []
  let running = ''
  let app: Record<string, (given: unknown) => void> = {}

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
    const page = mount(idOf(route), route)
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
  layer = startLogicLayer(
    root,
    {
      wx: device.wx,
      App: defineApp,
      getApp: () => app,
      Page: definePage,
      Component: defineComponent,
      getCurrentPages: () => stack,
    },
    complain,
    device.now,
  )
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
    idle: () => layer.idle(),
    comeBack: () => {
      top().live('onHide')
      app.onHide?.(undefined)
      app.onShow?.(layer.own(launch))
      top().live('onShow')
    },
    close: () => {
      while (stack.length > 0) pop()
      silence()
    },
  }
}
