import { mergeInternalComponents } from '@tarojs/shared'
import { ariaProps } from './aria-props'

// Template and runtime number a component's attributes by the same list (p0, p1, …): both must be extended.
mergeInternalComponents(ariaProps)
