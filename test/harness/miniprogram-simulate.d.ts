/** The parts of WeChat's component engine in use; the package's own types need a package of types we do without. */
declare module 'miniprogram-simulate/src/index' {
  /** A mounted page or component. */
  export interface Mounted {
    /** What its code knows as `this`. */
    readonly instance: Record<string, unknown>
    attach(parent: object): void
    detach(): void
  }
  /** Registers a definition; answers the id to render it by. */
  export function load(definition: object): string
  export function render(id: string): Mounted
}

declare module 'miniprogram-simulate/src/compile' {
  /** A page's template, compiled by WeChat's own compiler. */
  export function getWxml(path: string, config: { compiler: 'official'; rootPath: string }): unknown
}
