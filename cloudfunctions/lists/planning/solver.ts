import { setFlagsFromString } from 'node:v8'
import loadHighs, { type Highs } from 'highs'
import type { Solve } from './exact'

/** Should a machine be so slow, a plan that is not proven best is better than none, seconds. */
const longest = 8

const solveWith =
  (highs: Highs): Solve =>
  ({ worths, upper, rows }, branches) => {
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const { terms } of rows) {
      for (const [column, factor] of terms) {
        indices.push(column)
        values.push(factor)
      }
      starts.push(indices.length)
    }
    const [numCols, numRows] = [worths.length, rows.length]
    return highs.withModel(
      {
        numCols,
        numRows,
        sense: highs.constants.objectiveSense.maximize,
        colCost: worths,
        colLower: new Float64Array(numCols),
        colUpper: upper,
        rowLower: new Float64Array(numRows).fill(-highs.infinity),
        rowUpper: rows.map(({ atMost }) => atMost),
        matrix: { format: 'csr', numRows, numCols, starts, indices, values },
        integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
      },
      (model) => {
        model.options.set({
          output_flag: false,
          mip_max_nodes: branches,
          mip_rel_gap: 0,
          // worths are whole numbers
          mip_abs_gap: 0.5,
          time_limit: longest,
        })
        model.run()
        if (model.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible)
          return undefined
        return { columns: model.getSolution().colValue, bound: Number(model.info.get('mip_dual_bound')) }
      },
    )
  }

/**
 * Loads the solver (HiGHS as WebAssembly, 3.5 MB), which only a plan needs. V8 is told to leave its code unoptimised:
 * that takes 47 MB instead of 120 MB, and small programmes are solved before optimising would have paid.
 */
export const loadSolver = async (): Promise<Solve> => {
  setFlagsFromString('--liftoff-only')
  const highs = await loadHighs()
  const solve = solveWith(highs)
  return (programme, branches) => {
    try {
      return solve(programme, branches)
    } catch {
      // out of memory inside the solver: the plan made without it stands
      return undefined
    }
  }
}
