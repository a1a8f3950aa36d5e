import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** One call of a room's action; `requestId` is made from the step's place when not given. */
export interface Step {
  as: string
  name: string
  action: string
  input: unknown
  requestId?: string
}

/** What a play may use: the same door every phone uses. */
export interface FrontDoor {
  /** Answers the reply's `data`; throws when the action refuses or the function fails. */
  call(step: Step): Promise<unknown>
  /** Stores a file for somebody; answers its `cloud://` id. */
  upload(as: string, file: string): Promise<string>
  /** A secret of the deployment, such as the code that appoints the first member of staff. */
  secret(name: string): string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A door to the cloud at `url`. Request ids count up, so the same play twice does everything once. */
export const openFrontDoor = (url: string, play: string, secret: (name: string) => string): FrontDoor => {
  let steps = 0
  return {
    secret,
    call: async ({ as, name, action, input, requestId }) => {
      steps += 1
      const response = await fetch(`${url}/call`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-openid': as },
        body: JSON.stringify({ name, data: { action, input, requestId: requestId ?? `${play}-${steps}` } }),
      })
      const reply: unknown = await response.json()
      if (response.ok && isRecord(reply) && reply.ok === true) return reply.data
      throw new Error(`${play}, step ${steps}: ${name}.${action} as ${as}: ${JSON.stringify(reply)}`)
    },
    upload: async (as, file) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(readFileSync(file))]), basename(file))
      const response = await fetch(`${url}/upload`, {
        method: 'POST',
        headers: { 'x-openid': as },
        body: form,
      })
      const reply: unknown = await response.json()
      if (response.ok && isRecord(reply)) return String(reply.fileID)
      throw new Error(`${play}: upload of ${file} as ${as}: ${JSON.stringify(reply)}`)
    },
  }
}
