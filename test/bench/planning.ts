import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import loadHighs from 'highs'
import { conflictsOf } from '../../cloudfunctions/lists/planning/conflicts.rule'
import { planMonth } from '../../cloudfunctions/lists/planning/plan.rule'
import { loadSolver } from '../../cloudfunctions/lists/planning/solver'
import { root } from '../../config/run'
import { type Figure, rounded } from './figures'
import { programmeOf } from './planning-programme'
import type { PlanningRun } from './planning-run'
import { district, drawMonth, smallTown } from './planning-towns'

const towns = 30

/** Plans a district's month in a process of its own, bundled as a function is, so that its memory can be told. */
const planDistrict = (seed: number): PlanningRun => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-planning-'))
  try {
    const outfile = join(folder, 'run.cjs')
    const highs = createRequire(__filename).resolve('highs')
    buildSync({
      absWorkingDir: root,
      entryPoints: [join(root, 'test/bench/planning-run.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      external: [highs],
      alias: { highs },
    })
    return JSON.parse(execFileSync(process.execPath, [outfile, String(seed)], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The month plan beside the optimum: thirty drawn towns each against the solver's best for a programme written
 * independently of the planner, and a district's month against its proven bound, in a process of its own.
 */
export const planning = async (): Promise<Figure[]> => {
  const solve = await loadSolver()
  const highs = await loadHighs()
  let broken = 0
  let unproven = 0
  const shortfalls = { plain: [] as number[], exact: [] as number[] }
  let seconds = 0
  for (let seed = 1; seed <= towns; seed += 1) {
    const month = drawMonth(seed, smallTown)
    const { ObjectiveValue, Status } = highs.solve(programmeOf(month), {
      output_flag: false,
      mip_rel_gap: 0,
      // worths are whole numbers
      mip_abs_gap: 0.5,
      time_limit: 120,
    })
    const optimum = Math.round(ObjectiveValue)
    if (Status !== 'Optimal') unproven += 1
    const plain = planMonth(month)
    const before = process.cpuUsage()
    const exact = planMonth(month, solve)
    const { user, system } = process.cpuUsage(before)
    seconds = Math.max(seconds, (user + system) / 1e6)
    shortfalls.plain.push((optimum - plain.value) / optimum)
    shortfalls.exact.push((optimum - exact.value) / optimum)
    for (const { sessions } of [plain, exact]) if (conflictsOf(month, sessions).length > 0) broken += 1
  }
  const percent = (share: number): number => rounded(100 * share, 3)
  const mean = (shares: readonly number[]): number =>
    percent(shares.reduce((sum, share) => sum + share, 0) / shares.length)
  const worst = (shares: readonly number[]): number => percent(Math.max(...shares))
  const large = planDistrict(1)
  const bench = 'planning'
  const size = `${district.needs} needs × ${district.sessions} sessions`
  return [
    {
      bench,
      what: `${towns} towns: mean gap to the optimum, %`,
      figure: mean(shortfalls.exact),
      beside: '≤ 1',
    },
    { bench, what: `${towns} towns: worst gap, %`, figure: worst(shortfalls.exact), beside: 0 },
    { bench, what: `${towns} towns: slowest, s`, figure: rounded(seconds, 1), beside: '≤ 20' },
    { bench, what: `${towns} towns, no solver: mean gap, %`, figure: mean(shortfalls.plain), beside: '≤ 1' },
    { bench, what: `${towns} towns, no solver: worst gap, %`, figure: worst(shortfalls.plain), beside: '' },
    { bench, what: `${towns} towns: plans that cannot be held`, figure: broken, beside: 0 },
    { bench, what: `${towns} towns: optima not proven`, figure: unproven, beside: 0 },
    { bench, what: `${size}: gap to the bound, %`, figure: percent(large.gap), beside: '≤ 1' },
    { bench, what: `${size}: plans that cannot be held`, figure: large.conflicts > 0 ? 1 : 0, beside: 0 },
    { bench, what: `${size}, s of one core`, figure: rounded(large.seconds, 1), beside: '≤ 20' },
    { bench, what: `${size}, memory at most, MB`, figure: rounded(large.peakMb, 0), beside: '≤ 256' },
  ]
}
