import type { Page } from 'playwright-core'

/** What a page looks like in numbers, for the rules every page keeps (design.md): sizes in CSS pixels. */
export interface Measures {
  /** Every text that is seen. `secondary`: notes, tags and what else stands in the second size. */
  readonly texts: readonly {
    readonly text: string
    readonly px: number
    readonly secondary: boolean
    /** Against what stands behind it, 1…21 (WCAG 2). */
    readonly contrast: number
  }[]
  /** Everything that can be tapped or typed into. */
  readonly controls: readonly { readonly label: string; readonly width: number; readonly height: number }[]
  /** How far the page is wider than the screen; 0 when nothing has to be moved sideways. */
  readonly overflow: number
  /** Names of boxes that touch the next one below. */
  readonly glued: readonly string[]
}

/** Runs inside the browser, so it stands in plain text: the tests know nothing of the DOM's types. */
const script = String.raw`(() => {
  const boxOf = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return range.getBoundingClientRect()
  }
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.taro_page_hide')
  const rgba = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number)
    return { r, g, b, a }
  }
  const over = (top, below) => {
    const mix = (x, y) => x * top.a + y * (1 - top.a)
    return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), a: 1 }
  }
  const behind = (element) => {
    if (!element) return { r: 255, g: 255, b: 255, a: 1 }
    const own = rgba(getComputedStyle(element).backgroundColor)
    return own.a === 1 ? own : over(own, behind(element.parentElement))
  }
  const light = ({ r, g, b }) => {
    const part = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
  }
  const contrast = (element) => {
    const back = behind(element)
    const [a, b] = [light(over(rgba(getComputedStyle(element).color), back)), light(back)]
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  }
  const round = (value) => Math.round(value * 100) / 100

  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    const box = boxOf(node)
    if (!node.data.trim() || /^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(element.tagName)) continue
    if (!seen(element) || box.width === 0 || box.height === 0) continue
    texts.push({
      text: node.data.trim(),
      px: round(parseFloat(getComputedStyle(element).fontSize)),
      secondary: Boolean(element.closest('.note, .table__row--head, .status-tag, .offline-bar, .field__error, .suggestion__why, .suggestion__but, .weui-tabbar')),
      contrast: round(contrast(element)),
    })
  }

  const controls = [...document.querySelectorAll('[role=button],[role=link],[role=radio],[role=checkbox],[role=tab],button,a[href],input,textarea,select,.weui-tabbar__item')]
    .filter((element) => seen(element) && element.getBoundingClientRect().width > 0)
    .map((element) => {
      const field = element.closest('.field__control') ?? element
      const { width, height } = field.getBoundingClientRect()
      return { label: element.getAttribute('aria-label') ?? element.textContent.trim(), width: round(width), height: round(height) }
    })

  const boxes = [...document.querySelectorAll('.card, .button, .service-row, .home-entries__one, .chip, .table, .figure, .digest')].filter((box) => seen(box) && !box.closest('.main-button'))
  const glued = []
  for (const one of boxes) {
    const a = one.getBoundingClientRect()
    for (const other of boxes) {
      const b = other.getBoundingClientRect()
      const apart = one.contains(other) || other.contains(one) || b.left >= a.right || a.left >= b.right
      const between = b.top - a.bottom
      if (one !== other && !apart && b.top >= a.top && between < 4 && between > -4) glued.push(one.textContent.slice(0, 20) + ' | ' + other.textContent.slice(0, 20))
    }
  }

  const { scrollWidth, clientWidth } = document.scrollingElement
  const widest = Math.max(0, ...[...document.querySelectorAll('.taro_page:not(.taro_page_hide) .page *')].filter(seen).map((element) => element.getBoundingClientRect().right))
  return { texts, controls, overflow: Math.max(0, scrollWidth - clientWidth, Math.ceil(widest) - clientWidth), glued }
})()`

/** Measures what the page shows now. */
export const measure = (page: Page): Promise<Measures> => page.evaluate(script)
