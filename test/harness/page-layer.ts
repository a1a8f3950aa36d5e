import { join } from 'node:path'
import { getWxml } from 'miniprogram-simulate/src/compile'
import { load, type Mounted, render } from 'miniprogram-simulate/src/index'
import type { Drawn } from './drawn'

declare const document: {
  createElement(name: string): Drawn
  readonly body: { appendChild(child: Drawn): void }
}
declare const window: Record<string, unknown>

/** The compiled mini-program. */
export const root = join(__dirname, '..', '..', 'dist', 'weapp')

type Life = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload' | 'onReachBottom' | 'onShareAppMessage'

/** A page on the stack. */
export interface OpenPage {
  readonly route: string
  readonly drawn: Drawn
  /** Tells the page what happened to it. */
  live(life: Life, given?: unknown): unknown
  close(): void
}

const listeners = new Set<(words: string) => void>()
console.warn = (...words: unknown[]) => {
  for (const told of listeners) told(words.map(String).join(' '))
}

/**
 * Compiled templates say on the console what they cannot draw; on a phone it is simply missing. Answers how to stop
 * listening.
 */
export const hearTemplates = (told: (words: string) => void): (() => void) => {
  listeners.add(told)
  return () => void listeners.delete(told)
}

/** Registers what `Page` or `Component` were called with, under an id of its own; the template is WeChat's to compile. */
export const register = (id: string, path: string, comp: string, definition: object): string => {
  window.__webview_engine_version__ = 0.02 // what the compiled templates expect of WeChat's web view
  const template = getWxml(join(root, path), { compiler: 'official', rootPath: root })
  return load({ id, template, usingComponents: { comp }, ...definition })
}

/** Draws a registered page in WeChat's component engine. */
export const mount = (id: string, route: string): OpenPage => {
  const mounted: Mounted = render(id)
  const drawn = document.createElement('page')
  document.body.appendChild(drawn)
  const { setData } = mounted.instance
  let isOpen = true
  Object.assign(mounted.instance, {
    route,
    // What a page draws goes to the web view as text, as on a phone: no object is shared.
    setData: (data: object, done?: () => void) => {
      if (isOpen && typeof setData === 'function') setData(JSON.parse(JSON.stringify(data)), done)
    },
  })
  mounted.attach(drawn)
  return {
    route,
    drawn,
    live: (life, given) => {
      const does = mounted.instance[life]
      return typeof does === 'function' ? does.call(mounted.instance, given) : undefined
    },
    close: () => {
      isOpen = false
      mounted.detach()
      drawn.remove()
    },
  }
}
