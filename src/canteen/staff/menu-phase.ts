import type { Menu } from '../shown'

/** What can be done on a menu: order and cancel, add late (截单后), or only give money back. */
export type MenuPhase = 'open' | 'late' | 'served'

/** How far a menu is at a moment, epoch ms. */
export const phaseOf = (
  { cutoffAt, servedTo }: Pick<Menu, 'cutoffAt' | 'servedTo'>,
  now = Date.now(),
): MenuPhase => (now < cutoffAt ? 'open' : now < servedTo ? 'late' : 'served')
