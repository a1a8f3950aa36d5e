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

/** Answers a refusal from an action or a rule. */
export const refuse = <const Code extends string>(
  code: Code | CommonRefusal,
  fields?: Readonly<Record<string, string>>,
): Refused<Code> => (fields ? { refused: code, fields } : { refused: code })

export const isRefused = (outcome: object): outcome is Refused => 'refused' in outcome
