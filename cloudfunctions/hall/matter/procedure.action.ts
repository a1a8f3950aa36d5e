import type { hallContract } from '../../../types/hall.contract'
import { refuse } from '../../_kit/refusal'
import type { Action } from '../../_kit/serve'
import { areProcedures, rulesFor } from './procedure.rule'
import { hallSettingsAt, writeHallSettings } from './settings.store'

type Hall = typeof hallContract

/** The table anybody can read; `own` says that the centre set it itself. */
export const procedures: Action<Hall, 'procedures'> = async ({ centreId }) => {
  const found = await hallSettingsAt(centreId)
  const { procedures: held, confirmWithin } = rulesFor(found)
  const rows = held.map((procedure) => ({ ...procedure, steps: [...procedure.steps] }))
  return { data: { rows, confirmWithin, own: found.some(({ _id }) => _id === centreId) } }
}

/** Holds for matters sorted or moved up from now on; those under way keep the procedure they have. */
export const saveProcedures: Action<Hall, 'saveProcedures'> = async ({ centreId, rows, confirmWithin }) => {
  if (!areProcedures(rows)) return refuse('HALL.WRONG_STEPS')
  await writeHallSettings({ _id: centreId, procedures: rows, confirmWithin })
  return { data: { saved: true }, target: centreId }
}
