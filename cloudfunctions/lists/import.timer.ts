import { asInstant, dayLength, type Instant } from '../../types/common/time'
import { clearImports } from './import.store'

/** An import that was not finished within two days is forgotten: it holds personal data. */
const kept = 2 * dayLength

/** Deletes old imports. Harmless when run twice. */
export const clearOldImports = (now: Instant): Promise<void> => clearImports(asInstant(now - kept))
