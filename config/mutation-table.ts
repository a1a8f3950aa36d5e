/** One small break of a rule, as the mutation report has it. */
interface Mutant {
  readonly mutatorName: string
  readonly replacement?: string
  readonly status: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

/** What we read of a mutation report (mutation-testing-report-schema). */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>
}

const isNoticed = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout'
const isMissed = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage'

/** Share of the breaks that a test noticed, percent; 100 where there was nothing to break. */
export const scoreOf = (mutants: readonly Mutant[]): number => {
  const noticed = mutants.filter(isNoticed).length
  const counted = noticed + mutants.filter(isMissed).length
  return counted === 0 ? 100 : (noticed / counted) * 100
}

const columns = (name: string, ...cells: readonly string[]): string =>
  [name.padEnd(52), ...cells.map((cell) => cell.padStart(8))].join(' ')

const rowOf = (name: string, mutants: readonly Mutant[]): string =>
  columns(
    name,
    String(mutants.filter(isNoticed).length),
    String(mutants.filter(isMissed).length),
    scoreOf(mutants).toFixed(1),
  )

const breakOf = (file: string, { location, mutatorName, replacement = '' }: Mutant): string =>
  `${file}:${location.start.line}:${location.start.column} ${mutatorName}: ${replacement.replace(/\s+/g, ' ')}`

/** Every break that no test noticed, then a row per file and one for the whole room. */
export const tableOf = (room: string, files: MutationReport['files']): string => {
  const rows = Object.entries(files).sort(([a], [b]) => a.localeCompare(b))
  const missed = rows.flatMap(([file, { mutants }]) =>
    mutants.filter(isMissed).map((mutant) => breakOf(file, mutant)),
  )
  return [
    ...missed,
    '',
    columns('rules', 'noticed', 'missed', '%'),
    ...rows.map(([file, { mutants }]) => rowOf(file, mutants)),
    rowOf(
      room,
      rows.flatMap(([, { mutants }]) => mutants),
    ),
    '',
  ].join('\n')
}
