import { readFileSync } from 'node:fs'
import { dirname, extname, join, normalize } from 'node:path'
import { createContext, Script } from 'node:vm'

type ModuleCode = (require: (request: string) => unknown, module: object, exports: object) => void

const DRAWING_MS = 50

/** Compiled once, run by every phone. */
const scripts = new Map<string, Script>()

const scriptOf = (path: string): Script => {
  const known = scripts.get(path)
  if (known) return known
  const code = `(function(require,module,exports){${readFileSync(path, 'utf8')}\n})`
  const script = new Script(code, { filename: path })
  scripts.set(path, script)
  return script
}

/** The JavaScript world of one mini-program on one phone. */
export interface LogicLayer {
  /** Runs a file of the package, once; `path` is given without `.js`. */
  run(path: string): void
  /** Whether nothing is about to run: React and Taro draw in short timers. */
  idle(): boolean
  /** A value as this world's own code would have made it, as everything is that comes from the network. */
  own(value: unknown): unknown
}

/** Timers of a phone; what is thrown out of one is told, as WeChat reports it to its console. */
const startTimers = (complain: (thrown: unknown) => void) => {
  const soon = new Set<unknown>()
  return {
    idle: () => soon.size === 0,
    setTimeout: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): unknown => {
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
    },
    clearTimeout: (timer: Parameters<typeof clearTimeout>[0]): void => {
      soon.delete(timer)
      clearTimeout(timer)
    },
  }
}

/** The world's own `Date`, going by the clock of the phone. */
const dateBy = (now: () => number, own: DateConstructor): DateConstructor =>
  new Proxy(own, {
    construct: (date, given, made) => Reflect.construct(date, given.length > 0 ? given : [now()], made),
    apply: (date) => new date(now()).toString(),
    get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
  })

/**
 * A world with the language, the timers and `given` (`wx`, `App`, `Page`, …), and nothing else: as on a phone there is
 * no window, document, fetch, localStorage, AbortController, URL or TextEncoder, and no code is made from strings.
 */
export const startLogicLayer = (
  root: string,
  given: object,
  complain: (...words: unknown[]) => void,
  now: () => number,
): LogicLayer => {
  const { idle, ...timers } = startTimers(complain)
  const console = { ...globalThis.console, error: complain }
  const parts = { ...given, ...timers, setInterval, clearInterval, console }
  const world = createContext(parts, { codeGeneration: { strings: false, wasm: false } })
  world.Date = dateBy(now, new Script('Date').runInContext(world))
  const modules = new Map<string, { exports: object }>()
  const require = (path: string): object => {
    const known = modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    const code: ModuleCode = scriptOf(path).runInContext(world)
    code((request) => require(fileOf(dirname(path), request)), module, module.exports)
    return module.exports
  }
  const parse: (text: string) => unknown = new Script('(text) => JSON.parse(text)').runInContext(world)
  return {
    idle,
    run: (path) => void require(fileOf(root, path)),
    own: (value) => (value === undefined ? undefined : parse(JSON.stringify(value))),
  }
}

const fileOf = (folder: string, request: string): string => {
  const path = normalize(join(folder, request))
  return extname(path) === '.js' ? path : `${path}.js`
}
