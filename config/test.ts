import { build } from './build'
import { runTool } from './run'

// Everything a change must pass: the walls, the builds, every zone. Rules are run in three time zones, because the
// functions run in UTC and a laptop does not.
runTool('tsx', ['config/check.ts'])
build(['functions', 'weapp', 'h5'])
runTool('size-limit', [])
for (const zone of ['Asia/Shanghai', 'America/Los_Angeles']) {
  runTool('jest', ['--selectProjects', 'rule'], { TZ: zone })
}
runTool('jest', [], { TZ: 'UTC' })
