import type { Call } from '../functions/call'

/** One client call as `/inspect` shows it. */
export interface LoggedCall {
  at: number
  functionName: string
  action: string
  openid: string
  outcome: string
  milliseconds: number
  requests: number
  examined: number
  returned: number
}

/** The last calls, newest first; kept in memory only. */
export interface CallLog {
  /** Notes that a call starts; the function answered notes how it ended. */
  begin(call: Call, data: unknown): (outcome: string) => void
  list(): LoggedCall[]
}

const KEPT = 100

export const openCallLog = (): CallLog => {
  const calls: LoggedCall[] = []
  return {
    begin: (call, data) => {
      const at = Date.now()
      const action =
        typeof data === 'object' && data !== null && 'action' in data ? String(data.action).slice(0, 80) : ''
      return (outcome) => {
        const { requests, examined, returned } = call.meter
        const milliseconds = Date.now() - at
        const openid = call.openid ?? ''
        calls.unshift({
          at,
          functionName: call.functionName,
          action,
          openid,
          outcome,
          milliseconds,
          requests,
          examined,
          returned,
        })
        calls.length = Math.min(calls.length, KEPT)
      }
    },
    list: () => calls,
  }
}
