import { asInstant, dayLength, type Instant } from '../../types/common/time'
import { clearImports } from './import.store'
import { endProjects } from './project.store'

/** An import that was not finished within two days is forgotten: it holds personal data. */
const kept = 2 * dayLength

/** Every night: services that took place are done, old imports are deleted. Harmless when run twice. */
export const nightly = async (now: Instant): Promise<void> => {
  await endProjects(now)
  await clearImports(asInstant(now - kept))
}
