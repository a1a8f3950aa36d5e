import { readFileSync } from 'node:fs'
import { dirname, extname, join, normalize } from 'node:path'
import { createContext, Script } from 'node:vm'

type ModuleCode = (require: (request: string) => unknown, module: object, exports: object) => void

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
  /** A value as this world's own code would have made it, as everything is that comes from the network. */
  own(value: unknown): unknown
}

/**
 * A world with the language, the timers and `given` (`wx`, `App`, `Page`, …), and nothing else: as on a phone there is
 * no window, document, fetch, localStorage, AbortController, URL or TextEncoder, and no code is made from strings.
 */
export const startLogicLayer = (root: string, given: object): LogicLayer => {
  const world = createContext({ ...given }, { codeGeneration: { strings: false, wasm: false } })
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
    run: (path) => void require(fileOf(root, path)),
    own: (value) => (value === undefined ? undefined : parse(JSON.stringify(value))),
  }
}

const fileOf = (folder: string, request: string): string => {
  const path = normalize(join(folder, request))
  return extname(path) === '.js' ? path : `${path}.js`
}
