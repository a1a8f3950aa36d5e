import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type MatchableNeed,
  type MatchableResource,
  prepareResources,
  suggest,
} from '../cloudfunctions/lists/matching/match.rule'
import { readRows } from './bench/rows'

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
  const { suggestions, nearMisses, understood } = suggest(need, catalogue)
  // Near misses stand behind the suggestions, never alone: an empty row says that nobody can serve this.
  const tail = suggestions.length === 0 ? [] : nearMisses
  const row = { need: need.id, ranked: [...suggestions, ...tail].map(({ resourceId }) => resourceId) }
  return JSON.stringify(values.reasons ? { ...row, suggestions, nearMisses, understood } : row)
})
writeFileSync(values.out, `${rows.join('\n')}\n`)
