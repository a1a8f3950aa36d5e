import { conflictsOf } from '../../cloudfunctions/lists/planning/conflicts.rule'
import type { Month } from '../../cloudfunctions/lists/planning/month'
import { planMonth } from '../../cloudfunctions/lists/planning/plan.rule'
import { loadSolver } from '../../cloudfunctions/lists/planning/solver'
import { district, drawMonth } from './planning-towns'

/** What planning one month took, told by the process that did nothing else. */
export interface PlanningRun {
  readonly value: number
  readonly bound: number
  readonly gap: number
  readonly conflicts: number
  readonly sessions: number
  /** Seconds of one core. */
  readonly seconds: number
  /** The most memory the process ever held, MB. */
  readonly peakMb: number
}

const run = async (month: Month): Promise<PlanningRun> => {
  const solve = await loadSolver()
  const before = process.cpuUsage()
  const { value, bound, gap, sessions } = planMonth(month, solve)
  const { user, system } = process.cpuUsage(before)
  return {
    value,
    bound,
    gap,
    conflicts: conflictsOf(month, sessions).length,
    sessions: sessions.length,
    seconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }
}

void run(drawMonth(Number(process.argv[2] ?? 1), district)).then((told) =>
  process.stdout.write(JSON.stringify(told)),
)
