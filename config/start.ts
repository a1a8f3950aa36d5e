import { build } from './build'
import { runTool } from './run'

build(['functions', 'h5'])
runTool('tsx', ['config/demo-sheets.ts'])

// In this very process, so that a signal sent to it reaches the cloud.
void import('../localcloud/main')
