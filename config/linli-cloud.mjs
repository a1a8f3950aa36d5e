#!/usr/bin/env node
// `npx linli-cloud`: the local cloud for anybody's functions, from wherever it is called.
process.env.LINLI_FROM = process.cwd()
process.argv.splice(2, 0, 'config/cloud.ts')
await import('./bootstrap.mjs')
