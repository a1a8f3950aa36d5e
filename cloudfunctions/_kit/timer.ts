import type { Instant } from '../../types/common/time'
import { clockNow } from './clock'

/** What a room does on its timer trigger, by trigger name. Each must be harmless when run twice. */
export type Timers = Readonly<Record<string, (now: Instant) => Promise<void>>>

/**
 * Runs the timer an event names; undefined when the event is an ordinary call. Only the platform sets TRIGGER_SRC, so
 * a client that sends a timer's event is answered like any malformed call.
 */
export const runTimer = async (
  event: unknown,
  timers: Timers,
): Promise<{ readonly ran: string } | undefined> => {
  if (process.env.TRIGGER_SRC !== 'timer' || typeof event !== 'object' || event === null) return undefined
  const { Type: type, TriggerName: name } = event as { Type?: unknown; TriggerName?: unknown }
  if (type !== 'Timer' || typeof name !== 'string') return undefined
  await timers[name]?.(clockNow())
  return { ran: name }
}
