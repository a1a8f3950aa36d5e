/** An element as WeChat's component engine drew it. */
export interface Drawn {
  readonly tagName: string
  readonly className: string
  readonly textContent: string
  readonly isConnected: boolean
  readonly parentElement: Drawn | null
  readonly childNodes: Iterable<Drawn | { readonly nodeType: 3; readonly textContent: string }>
  readonly nodeType: number
  remove(): void
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<Drawn>
  matches(selector: string): boolean
  /** The engine's own node. */
  readonly __wxElement?: {
    readonly _vt?: {
      readonly attrs: readonly { readonly name: string; readonly value: unknown }[]
      readonly event: Readonly<Record<string, unknown>>
    }
    triggerEvent(name: string, detail: object, options: { bubbles: boolean; composed: boolean }): void
  }
}

const inline = new Set(['WX-TEXT', 'VIRTUAL'])

const rawAttribute = (drawn: Drawn, name: string): unknown =>
  drawn.__wxElement?._vt?.attrs.find((attribute) => attribute.name === name)?.value

/** An attribute of the compiled template, named as the compiler names it (`ariaLabel`); undefined when absent or empty. */
export const attributeOf = (drawn: Drawn, name: string): string | undefined => {
  const value = rawAttribute(drawn, name)
  return value === undefined || value === null || value === '' ? undefined : String(value)
}

/** The words a picker offers; empty for days and times. */
export const choicesOf = (picker: Drawn): readonly string[] => {
  const range = rawAttribute(picker, 'range')
  return Array.isArray(range) ? range.map(String) : []
}

/** The words of an element, one line for each block. */
export const textOf = (drawn: Drawn): string => {
  const write = (node: Drawn): string =>
    [...node.childNodes]
      .map((child) => {
        if (!('tagName' in child)) return child.textContent
        return inline.has(child.tagName) ? write(child) : `\n${write(child)}\n`
      })
      .join('')
  return write(drawn)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

const fields = new Set(['WX-INPUT', 'WX-TEXTAREA', 'WX-PICKER', 'WX-SWITCH'])

/** Whether a finger can do something with it. The template listens to taps on every canvas, also on those never seen. */
export const isInteractive = (drawn: Drawn): boolean =>
  fields.has(drawn.tagName) ||
  (drawn.tagName !== 'WX-CANVAS' && Object.hasOwn(drawn.__wxElement?._vt?.event ?? {}, 'tap'))

/** Everything below an element, itself left out. */
export const below = (drawn: Drawn): Drawn[] => [...drawn.querySelectorAll('*')]

/** What a screen reader calls it: its label, the label of what a picker shows, or its words. */
export const nameOf = (drawn: Drawn): string => {
  const shown = drawn.tagName === 'WX-PICKER' ? [drawn, ...below(drawn)] : [drawn]
  return shown.map((one) => attributeOf(one, 'ariaLabel')).find((label) => label) ?? textOf(drawn)
}

/** Does to an element what a finger or a keyboard does. */
export const happen = (drawn: Drawn, event: string, detail: object = {}): void =>
  drawn.__wxElement?.triggerEvent(event, detail, { bubbles: true, composed: true })
