import { Agent, request } from 'node:http'

/** The wire protocol over few lasting connections: what is measured is the cloud, not the making of connections. */
export interface Wire {
  /** Sends one action; answers the body; rejects when the cloud refuses. */
  send(action: string, params: object): Promise<Record<string, unknown>>
  close(): void
}

export const openWire = (url: string): Wire => {
  const agent = new Agent({ keepAlive: true })
  const post = (body: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const asking = request(`${url}/admin`, { method: 'POST', agent, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve(Buffer.concat(parts).toString()))
      })
      asking.on('error', reject).end(body)
    })
  return {
    send: async (action, params) => {
      const reply: Record<string, unknown> = Object(
        JSON.parse(await post(JSON.stringify({ action, ...params }))),
      )
      if (reply.code !== undefined)
        throw Object.assign(new Error(String(reply.message)), { code: reply.code })
      return reply
    },
    close: () => agent.destroy(),
  }
}
