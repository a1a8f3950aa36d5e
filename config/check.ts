import { runTool } from './run'

runTool('biome', ['ci', '.'])
runTool('tsc', ['-p', '.'])
runTool('tsc', ['-p', 'src'])
runTool('depcruise', ['types', 'cloudfunctions', 'src', 'localcloud', 'config', 'test'])
runTool('knip', [])
