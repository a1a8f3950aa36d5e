'use strict'
// Runs inside a function instance: loads the function once and then answers one invocation at a time.
// Plain JavaScript, because an instance starts as the cloud's own runtime does: node and nothing else.
const { join } = require('node:path')

const [, , dir] = process.argv

const describe = (error) => ({
  name: error instanceof Error ? error.name : 'Error',
  message: error instanceof Error ? error.message : String(error?.errMsg ?? error?.message ?? error),
  stack: error instanceof Error ? error.stack : undefined,
  code: error?.code ?? error?.errCode,
})

let main
try {
  main = require(join(dir, 'index.js')).main
  if (typeof main !== 'function') throw new TypeError('index.js exports no function `main`')
  process.send({ type: 'ready' })
} catch (error) {
  process.send({ type: 'unloadable', error: describe(error) }, () => process.exit(1))
}

process.on('message', async ({ event, environ, context }) => {
  // As the cloud's runtime does: variables are set, never deleted; what an earlier call left stays visible.
  Object.assign(process.env, environ)
  try {
    const result = await main(JSON.parse(event), context)
    process.send({ type: 'result', result: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    process.send({ type: 'error', error: describe(error) })
  }
})

// The host is gone, perhaps killed: nobody waits for this instance any more.
process.on('disconnect', () => process.exit(0))
