import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { FunctionError } from '../functions/function-error'
import type { Due, Timers } from '../functions/timers'
import { crashPoint } from './call.route'

export interface LocalParts {
  timers: Timers
  /** null: this cloud was started without `--test-clock`. */
  testClock: Clock | null
  faultsAllowed: boolean
}

/** What only a local cloud has: firing a timer by hand, and moving its clock (`fire: true`:
 * with every timer that comes due on the way). */
export const localRoute = (
  server: FastifyInstance,
  { timers, testClock, faultsAllowed }: LocalParts,
): void => {
  server.post<{ Params: { functionName: string; trigger: string } }>(
    '/timer/:functionName/:trigger',
    async (request, reply) => {
      try {
        const { functionName, trigger } = request.params
        const crash = crashPoint(request.headers['x-crash-after-writes'], faultsAllowed)
        const result = await timers.fire(functionName, trigger, crash)
        return reply.type('application/json; charset=utf-8').send(result)
      } catch (error) {
        if (!(error instanceof FunctionError)) throw error
        return reply
          .code(error.code === 'FUNCTION_NOT_FOUND' ? 404 : 500)
          .send({ errCode: error.errCode, errMsg: error.message })
      }
    },
  )

  // Each timer runs at its own moment, one after the other, as if the time had really passed.
  const fireDue = async (clock: Clock, from: number, to: number) => {
    const fired: (Due & { result: string })[] = []
    for (const due of timers.due(from, to)) {
      clock.set(due.at)
      const result = await timers
        .fire(due.functionName, due.trigger)
        .catch((error) => JSON.stringify({ errMsg: String(error) }))
      fired.push({ ...due, result })
    }
    clock.set(to)
    return fired
  }

  server.post<{ Body: { now?: number | null; advance?: number; fire?: boolean } | null }>(
    '/clock',
    async (request, reply) => {
      if (testClock === null) {
        return reply.code(404).send({ errCode: -1, errMsg: 'the clock moves only with --test-clock' })
      }
      const { now, advance, fire } = request.body ?? {}
      const from = testClock.now()
      if (now !== undefined) testClock.set(now)
      if (advance !== undefined) testClock.advance(advance)
      if (fire !== true) return { now: testClock.now() }
      const fired = await fireDue(testClock, from, testClock.now())
      return { now: testClock.now(), fired }
    },
  )
}
