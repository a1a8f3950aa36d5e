import { randomUUID } from 'node:crypto'

const LIFE_MS = 5 * 60_000
const GROUP = /^local-gid-[\w-]{1,64}$/

interface Issued {
  openid: string
  data: unknown
  at: number
}

/** Cloud ids (`CloudID`): what a phone holds instead of the data itself, which only a function may see. */
export interface CloudIds {
  /** Hands out an id that opens once, to a call of this person, within five minutes. */
  issue(openid: string, data: unknown): string
  /**
   * Opens an id for whoever calls: `{cloudID, data}`, else with errCode −601005 (nobody issued it), −601006 (used or
   * too old), −601007 (somebody else's). `local-gid-…` is a group anybody may be in; it too opens once.
   */
  open(cloudID: string, openid: string | null): Record<string, unknown> & { cloudID: string }
  /** Opens the cloud ids in the top-level fields of a call's data, as the cloud does before the function sees them. */
  openIn(data: unknown, openid: string): unknown
}

const groupData = (opengid: string) => ({ opengid, open_single_roomid: '', chat_type: 1 })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Ids live in memory: a restart outlives them anyway. */
export const openCloudIds = (clock: () => number): CloudIds => {
  const issued = new Map<string, Issued>()
  const used = new Set<string>()
  const failed = (cloudID: string, errCode: number, errMsg: string) => ({ cloudID, errCode, errMsg })

  const open: CloudIds['open'] = (cloudID, openid) => {
    const known = issued.get(cloudID)
    if (!known && !GROUP.test(cloudID)) return failed(cloudID, -601005, 'invalid cloudID')
    if (known && known.openid !== openid) return failed(cloudID, -601007, 'cloudID of another user')
    if (used.has(cloudID) || (known && clock() - known.at > LIFE_MS)) {
      return failed(cloudID, -601006, 'cloudID expired')
    }
    used.add(cloudID)
    return { cloudID, data: known ? known.data : groupData(cloudID) }
  }

  const opened = (value: unknown, openid: string): unknown =>
    isRecord(value) && typeof value.$cloudID === 'string' ? open(value.$cloudID, openid) : value

  return {
    issue: (openid, data) => {
      const cloudID = `local-${randomUUID()}`
      issued.set(cloudID, { openid, data, at: clock() })
      return cloudID
    },
    open,
    openIn: (data, openid) =>
      isRecord(data)
        ? Object.fromEntries(Object.entries(data).map(([name, value]) => [name, opened(value, openid)]))
        : data,
  }
}
