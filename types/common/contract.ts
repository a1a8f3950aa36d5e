import type { z } from 'zod'
import type { Permission } from './roles'

/**
 * Who may call an action: `anyone` with an openid, a `resident` registered at the centre in the input,
 * a `member` whose household the staff approved there, or the holder of a permission on that centre.
 */
export type May = 'anyone' | 'resident' | 'member' | Permission

/** What one action promises. `read` never writes; `write` needs a request id and is logged. */
export interface ActionContract {
  readonly kind: 'read' | 'write'
  readonly may: May
  /** One Chinese line for people: it stands in docs/permissions.md. */
  readonly about: string
  readonly input: z.ZodType<object>
  readonly output: z.ZodType<object>
  /** Codes this action may answer, besides the common ones. */
  readonly refusals: readonly string[]
  /** `false`: the answer holds personal data and is not kept for repeated requests (a repeat asks again). */
  readonly keepReply?: false
}

export interface RoomContract<A extends Record<string, ActionContract> = Record<string, ActionContract>> {
  readonly room: string
  /** Chinese text of every code the room may answer. */
  readonly refusals: Readonly<Record<string, string>>
  readonly actions: A
}

export type ActionName<C extends RoomContract> = keyof C['actions'] & string
export type InputOf<C extends RoomContract, A extends ActionName<C>> = z.input<C['actions'][A]['input']>
export type ParsedInputOf<C extends RoomContract, A extends ActionName<C>> = z.output<
  C['actions'][A]['input']
>
export type OutputOf<C extends RoomContract, A extends ActionName<C>> = z.input<C['actions'][A]['output']>
export type RefusalOf<C extends RoomContract, A extends ActionName<C>> = C['actions'][A]['refusals'][number]

/** What every action answers. `message` is the Chinese text of `code`; `fields` names the inputs at fault. */
export type Reply<Data> =
  | { readonly ok: true; readonly data: Data; readonly traceId: string }
  | {
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly traceId: string
      readonly fields?: Readonly<Record<string, string>>
    }

/** Builds a room's contract; the codes each action names must be worded in `refusals`. */
export const defineContract = <
  const R extends Readonly<Record<string, string>>,
  const A extends Record<string, ActionContract & { readonly refusals: readonly (keyof R & string)[] }>,
>(contract: {
  readonly room: string
  readonly refusals: R
  readonly actions: A
}): { readonly room: string; readonly refusals: R; readonly actions: A } => contract

/** A part of a room's actions in a file of its own, their refusals held against the room's codes. */
export const defineActions =
  <Code extends string>() =>
  <const A extends Record<string, ActionContract & { readonly refusals: readonly Code[] }>>(actions: A): A =>
    actions
