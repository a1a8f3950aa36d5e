import type { Meter } from '../database/database'

const LONGEST = 300

/** What a request was about, in as few words as it takes. */
const subject = (params: Record<string, unknown>): string =>
  [
    params.collectionName ?? params.function_name ?? params.path ?? params.apiName,
    params.query ?? params.stages ?? params.request_data ?? params.file_list ?? params.fileid_list,
    params.order === undefined ? undefined : `order ${params.order}`,
    params.transactionId === undefined
      ? undefined
      : `in transaction ${String(params.transactionId).slice(0, 8)}`,
  ]
    .filter((part) => part !== undefined)
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)

/** One request that has been answered, for `--explain`. */
export interface Explained {
  functionName: string | undefined
  action: string
  params: Record<string, unknown>
  milliseconds: number
  cost: Pick<Meter, 'examined' | 'returned'>
  /** The code of a refusal. */
  refused: string | undefined
}

/** The line of `--explain`: who asked what, how long it took, what was read for it and how it ended. */
export const explainLine = ({
  functionName,
  action,
  params,
  milliseconds,
  cost,
  refused,
}: Explained): string => {
  const spent = action.startsWith('database.') ? `, ${cost.examined} examined, ${cost.returned} returned` : ''
  const outcome = refused === undefined ? '' : `, refused ${refused}`
  const took = `${milliseconds.toFixed(1)} ms`
  return `[explain] ${functionName ?? '-'} ${action} ${subject(params)}: ${took}${spent}${outcome}`
}
