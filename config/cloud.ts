import { build } from './build'
import { runTool } from './run'

// Somebody else's functions need none of ours.
const args = process.argv.slice(2)
if (!args.includes('--functions')) build(['functions'])
runTool('tsx', ['localcloud/cloud.ts', ...args])
