import { build } from './build'

// Somebody else's functions need none of ours.
const args = process.argv.slice(2)
if (!args.includes('--functions')) build(['functions'])

// In this very process, so that a signal sent to it reaches the cloud.
void import('../localcloud/cloud')
