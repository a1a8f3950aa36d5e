import { join } from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { ariaProps } from './aria-props'

interface MiniPlatform {
  runtimePath: string | string[]
  template: { mergeComponents(context: IPluginContext, components: typeof ariaProps): void }
}

/** Lets `aria-*` attributes reach the WeChat templates. Web builds keep them by themselves. */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform: MiniPlatform) => {
      if (!platform.template) return
      platform.runtimePath = [platform.runtimePath, join(__dirname, 'aria-runtime.ts')].flat()
      platform.template.mergeComponents(context, ariaProps)
    },
  })
}
