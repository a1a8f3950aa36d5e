import { asInstant, type Instant } from '../../types/common/time'

/**
 * The server's clock, read once per call and handed down. Tests of cut-offs run the local cloud with a shifted clock,
 * which reaches the function as an offset in its environment.
 */
export const clockNow = (): Instant => asInstant(Date.now() + Number(process.env.LINLI_CLOCK_OFFSET_MS ?? 0))
