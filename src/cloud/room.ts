import type { ActionName, InputOf, OutputOf, RoomContract } from '../../types/common/contract'
import { callAction } from './call'

/** Which action of which room, for cache keys and calls. */
interface Address {
  readonly room: string
  readonly action: string
}

/** An action that only reads; also usable with `useRead`. */
export interface ReadAction<Input, Output> extends Address {
  (input: Input): Promise<Output>
  readonly kind?: 'read'
}

/** An action that writes, done at most once per request id; pages use it through `useWrite`. */
export interface WriteAction<Input, Output> extends Address {
  (input: Input, requestId: string): Promise<Output>
  readonly kind?: 'write'
}

type ActionOf<C extends RoomContract, A extends ActionName<C>> = C['actions'][A]['kind'] extends 'read'
  ? ReadAction<InputOf<C, A>, OutputOf<C, A>>
  : WriteAction<InputOf<C, A>, OutputOf<C, A>>

/** Every action of a contract as a function that answers its output or throws a `Refusal`. */
export type Room<C extends RoomContract> = { readonly [A in ActionName<C>]: ActionOf<C, A> }

const actionOf = (room: string, action: string) =>
  Object.assign((input: unknown, requestId?: string) => callAction(room, action, input, requestId), {
    room,
    action,
  })

/**
 * The client of one room, typed by its contract alone: `room<typeof listsContract>('lists').enrol(input, id)`.
 * The contract is imported type-only, so nothing of it (nor zod) is in the package.
 */
export function room<C extends RoomContract>(name: string): Room<C> {
  const made = new Map<string, ReturnType<typeof actionOf>>()
  const get = (_: object, action: string) => {
    const known = made.get(action) ?? actionOf(name, action)
    made.set(action, known)
    return known
  }
  return new Proxy({}, { get }) as Room<C>
}
