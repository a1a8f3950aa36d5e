import type { CommonRefusal } from '../../types/common/refusals'

/** An expected "no": a value, never an exception. `fields` names inputs at fault with a Chinese hint. */
export interface Refused<Code extends string = string> {
  readonly refused: Code | CommonRefusal
  readonly fields?: Readonly<Record<string, string>>
}

/** An action's "yes": what is answered, and the row it was about (for the audit log). */
export interface Done<Data> {
  readonly data: Data
  readonly target?: string
}

export type Outcome<Data, Code extends string = string> = Done<Data> | Refused<Code>

/** Answers a refusal from an action or a rule; a common one may be answered by every action. */
export function refuse(code: CommonRefusal, fields?: Refused['fields']): Refused<never>
export function refuse<const Code extends string>(code: Code, fields?: Refused['fields']): Refused<Code>
export function refuse(code: string, fields?: Refused['fields']): Refused {
  return fields ? { refused: code, fields } : { refused: code }
}

export const isRefused = (outcome: object): outcome is Refused => 'refused' in outcome
