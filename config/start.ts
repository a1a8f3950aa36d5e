import { build } from './build'
import { runTool } from './run'

build(['functions', 'h5'])
runTool('tsx', ['config/demo-sheets.ts'])
runTool('tsx', ['localcloud/main.ts', ...process.argv.slice(2)])
