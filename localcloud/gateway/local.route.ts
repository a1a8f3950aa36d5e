import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { FunctionError } from '../functions/function-error'
import type { Timers } from '../functions/timers'
import { crashPoint } from './call.route'

export interface LocalParts {
  timers: Timers
  /** null: this cloud was started without `--test-clock`. */
  testClock: Clock | null
  faultsAllowed: boolean
}

/** What only a local cloud has: firing a timer by hand, and moving its clock. */
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

  server.post<{ Body: { now?: number | null; advance?: number } | null }>(
    '/clock',
    async (request, reply) => {
      if (testClock === null) {
        return reply.code(404).send({ errCode: -1, errMsg: 'the clock moves only with --test-clock' })
      }
      const { now, advance } = request.body ?? {}
      if (now !== undefined) testClock.set(now)
      if (advance !== undefined) testClock.advance(advance)
      return { now: testClock.now() }
    },
  )
}
