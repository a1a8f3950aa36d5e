import { Cron } from 'croner'
import { type Call, timerCall } from './call'
import type { TimerTrigger } from './function-config'
import { FunctionError } from './function-error'
import type { FunctionHost } from './host'

const SHANGHAI_OFFSET_MINUTES = 480

/** The timer triggers of all functions. */
export interface Timers {
  list(): { functionName: string; trigger: string; config: string; next: Date | null }[]
  /** Fires one trigger now, to be killed at a write when a test says so; answers the function's result as JSON text. */
  fire(functionName: string, trigger: string, crashAfterWrites?: number): Promise<string>
  /** What is due after `from` and up to `to` (epoch ms), in order of time. */
  due(from: number, to: number): Due[]
  stop(): void
}

/** One run of a trigger that a moved clock passes over. */
export interface Due {
  functionName: string
  trigger: string
  at: number
}

const SCHEDULE = { utcOffset: SHANGHAI_OFFSET_MINUTES, mode: '7-part', domAndDow: false } as const

/**
 * A schedule in the cloud's 7 fields; day of month and weekday both given mean either, as in the cloud. Without
 * `run` it only tells its times.
 */
export const schedule = (config: string, run?: () => void): Cron =>
  run ? new Cron(config, SCHEDULE, run) : new Cron(config, SCHEDULE)

interface TimerParts {
  functions: FunctionHost
  clock: () => number
  /** false leaves firing to the caller of `fire`. */
  running: boolean
  /** Notes that a call starts; its answer notes how it ended. */
  begin: (call: Call, event: unknown) => (outcome: string) => void
}

/** Reads the triggers of `functions`. */
export const openTimers = ({ functions, clock, running, begin }: TimerParts): Timers => {
  const fire = async (
    functionName: string,
    trigger: TimerTrigger,
    crashAfterWrites?: number,
  ): Promise<string> => {
    const call = timerCall(functionName, trigger.withToken !== false, crashAfterWrites)
    const Time = `${new Date(clock()).toISOString().slice(0, 19)}Z`
    const done = begin(call, { action: trigger.name })
    try {
      const event = { Type: 'Timer', TriggerName: trigger.name, Time, Message: '' }
      const result = await functions.invoke(call, JSON.stringify(event))
      done('ok')
      return result
    } catch (error) {
      done(error instanceof FunctionError ? String(error.errCode) : 'error')
      throw error
    }
  }
  const runs = (cron: Cron, from: number, to: number): number[] => {
    const found: number[] = []
    for (let run = cron.nextRun(new Date(from)); run && run.getTime() <= to; run = cron.nextRun(run)) {
      found.push(run.getTime())
    }
    return found
  }
  const timers = functions.configs().flatMap((config) =>
    config.triggers.map((trigger) => {
      const run = () => {
        fire(config.name, trigger).catch((error) =>
          process.stderr.write(`[timer] ${config.name}/${trigger.name}: ${error}\n`),
        )
      }
      return { functionName: config.name, trigger, cron: schedule(trigger.config, running ? run : undefined) }
    }),
  )
  return {
    list: () =>
      timers.map(({ functionName, trigger, cron }) => ({
        functionName,
        trigger: trigger.name,
        config: trigger.config,
        next: cron.nextRun(),
      })),
    fire: async (functionName, name, crashAfterWrites) => {
      const trigger = functions.config(functionName)?.triggers.find((each) => each.name === name)
      if (!trigger) throw new FunctionError('FUNCTION_NOT_FOUND', `no trigger ${functionName}/${name}`)
      return fire(functionName, trigger, crashAfterWrites)
    },
    due: (from, to) =>
      timers
        .flatMap(({ functionName, trigger, cron }) =>
          runs(cron, from, to).map((at) => ({ functionName, trigger: trigger.name, at })),
        )
        .sort((a, b) => a.at - b.at),
    stop: () => {
      for (const { cron } of timers) cron.stop()
    },
  }
}
