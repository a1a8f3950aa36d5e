import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type MatchableNeed,
  type MatchableResource,
  prepareResources,
  rankForNeed,
  suggest,
} from '../cloudfunctions/lists/matching/match.rule'
import { readRows } from './rows'

const { values } = parseArgs({
  options: {
    needs: { type: 'string' },
    resources: { type: 'string' },
    out: { type: 'string' },
    reasons: { type: 'boolean', default: false },
  },
})

if (!values.needs || !values.resources || !values.out) {
  process.stderr.write('usage: npm run match -- --needs FILE --resources FILE --out FILE [--reasons]\n')
  process.exit(2)
}

const catalogue = prepareResources(readRows<MatchableResource>(readFileSync(values.resources, 'utf8')))
const rows = readRows<MatchableNeed>(readFileSync(values.needs, 'utf8')).map((need) => {
  const row = { need: need.id, ranked: rankForNeed(need, catalogue) }
  return JSON.stringify(values.reasons ? { ...row, ...suggest(need, catalogue) } : row)
})
writeFileSync(values.out, `${rows.join('\n')}\n`)
