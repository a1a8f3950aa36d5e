import { build } from './build'

// Somebody else's functions need none of ours.
const needsOurs = !process.argv.some((arg) => /^(--functions(=|$)|--help$|-h$)/.test(arg))
if (needsOurs) build(['functions'])

// In this very process, so that a signal sent to it reaches the cloud.
void import('../localcloud/cloud')
