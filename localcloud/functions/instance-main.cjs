'use strict'
// Runs inside a function instance: loads the function once and then answers one invocation at a time.
// Plain JavaScript, because an instance starts as the cloud's own runtime does: node and nothing else.
const Module = require('node:module')
const { join } = require('node:path')

const [, , dir] = process.argv

// A function uses the SDK of its own node_modules; one that has not installed any gets ours, and nothing else of ours.
const SDK = /^wx-server-sdk(\/|$)/
const resolve = Module._resolveFilename
Module._resolveFilename = (request, ...rest) => {
  try {
    return resolve(request, ...rest)
  } catch (error) {
    if (error?.code !== 'MODULE_NOT_FOUND' || !SDK.test(request)) throw error
    return resolve(request, module)
  }
}

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
  const failure = describe(error)
  if (failure.code === 'MODULE_NOT_FOUND') {
    failure.stack += `\n(the cloud installs what package.json names; here it is done by hand: npm install in ${dir})`
  }
  process.send({ type: 'unloadable', error: failure }, () => process.exit(1))
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
