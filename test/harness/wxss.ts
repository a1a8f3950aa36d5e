import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Drawn } from './drawn'

const root = join(__dirname, '..', '..', 'dist', 'weapp')

interface Rule {
  readonly selector: string
  readonly weight: number
  readonly declarations: ReadonlyMap<string, string>
}

const inlined = (path: string): string => {
  if (!existsSync(path)) return ''
  return readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@import\s*["']([^"']+)["'];?/g, (_, other: string) => inlined(join(dirname(path), other)))
}

const declarationsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/;(?![^(]*\))/).flatMap((line) => {
      const colon = line.indexOf(':')
      return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const]
    }),
  )

/** How much a selector counts against others (CSS specificity). */
const weightOf = (selector: string): number =>
  100 * (selector.match(/#/g)?.length ?? 0) +
  10 * (selector.match(/[.[]|:(?!:|not|is)/g)?.length ?? 0) +
  (selector.match(/(^|[\s>+~])[a-z]/g)?.length ?? 0)

/** The rules of a style sheet that hold on a phone; at-rules (wide screens, animations) are left out. */
const rulesOf = (css: string): Rule[] => {
  const flat = css.replace(/@[^{;]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  return [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
    const declarations = declarationsOf(body)
    return selectors
      .split(',')
      .map((selector) => selector.trim())
      .filter((selector) => !selector.includes('::'))
      .map((selector) => ({ selector, weight: weightOf(selector), declarations }))
  })
}

/** `22px*1.2`, `60px + 26px` → px; undefined for what has no size of its own (`auto`, `inherit`, percentages). */
const pixels = (value: string): number | undefined => {
  const sums = value.replace(/calc|[()\s]/g, '').split(/\+|(?<=[\dx])-/)
  const terms = sums.map((sum) => sum.split('*').map((factor) => Number(factor.replace(/px$/, ''))))
  const total = terms.reduce((all, factors) => all + factors.reduce((product, one) => product * one, 1), 0)
  return Number.isNaN(total) ? undefined : total
}

/** The compiled styles of one page, as far as sizes of text and controls depend on them. */
export interface Styles {
  /** Size of an element's own words, in px. */
  textSize(drawn: Drawn): number
  /** The height an element is given at least, in px; 0 when it only takes that of what is inside. */
  height(drawn: Drawn): number
}

/** Reads the styles WeChat applies to a page: the app's and the page's own. */
export const stylesOf = (route: string): Styles => {
  const rules = rulesOf(inlined(join(root, 'app.wxss')) + inlined(join(root, `${route}.wxss`)))

  const declared = (drawn: Drawn, property: string): string | undefined => {
    const own = declarationsOf(drawn.getAttribute('style') ?? '').get(property)
    if (own !== undefined) return own
    const matching = rules.filter((rule) => rule.declarations.has(property) && drawn.matches(rule.selector))
    return matching
      .sort((a, b) => a.weight - b.weight)
      .at(-1)
      ?.declarations.get(property)
  }
  const inherited = (drawn: Drawn | null, name: string): string | undefined =>
    drawn ? (declared(drawn, name) ?? inherited(drawn.parentElement, name)) : undefined
  const resolved = (drawn: Drawn, value: string): string => {
    const plain = value.replace(/env\([^()]*\)/g, '0px')
    const next = plain.replace(
      /var\((--[\w-]+)(?:,([^()]*))?\)/,
      (_, name: string, otherwise?: string) => inherited(drawn, name) ?? otherwise ?? '',
    )
    return next === value ? value : resolved(drawn, next)
  }
  const size = (drawn: Drawn, property: string): number | undefined => {
    const value = declared(drawn, property)
    return value === undefined ? undefined : pixels(resolved(drawn, value))
  }
  const textSize = (drawn: Drawn): number =>
    size(drawn, 'font-size') ?? (drawn.parentElement ? textSize(drawn.parentElement) : 16)
  return {
    textSize,
    height: (drawn) => Math.max(size(drawn, 'min-height') ?? 0, size(drawn, 'height') ?? 0),
  }
}
