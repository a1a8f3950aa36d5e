import 'react'

declare module 'react' {
  interface CSSProperties {
    /** How much larger than the mode's own sizes text is. */
    '--fs'?: number
  }
}
