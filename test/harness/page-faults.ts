import type { Visitor } from './browser'
import { measure } from './measure'

const sizes = {
  standard: { text: 17, second: 14, hit: 44 },
  elder: { text: 22, second: 20, hit: 60 },
}

/** What cannot be read or hit on the page somebody sees, or does not fit (design.md). */
export const pageFaults = async (visitor: Visitor, look: keyof typeof sizes) => {
  await visitor.loaded()
  const { text, second, hit } = sizes[look]
  const { texts, controls, overflow, glued } = await measure(visitor.page)
  return {
    small: texts.filter(({ px, secondary }) => px < (secondary ? second : text)),
    pale: texts.filter(({ contrast }) => contrast < 4.5),
    hardToHit: controls.filter(({ width, height }) => width < hit || height < hit),
    glued,
    overflow,
  }
}

/** Of a page without any. */
export const noFaults: Awaited<ReturnType<typeof pageFaults>> = {
  small: [],
  pale: [],
  hardToHit: [],
  glued: [],
  overflow: 0,
}
