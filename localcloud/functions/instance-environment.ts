import { join } from 'node:path'
import type { Call } from './call'
import type { FunctionConfig } from './function-config'
import type { Secrets } from './secrets'

export const APP_ID = 'wx0000000000local'
export const ENV_ID = 'local'

/** What an instance is born with: how to reach the gateway, who it is, its secrets; nothing of the host's own. */
export const birthEnvironment = (
  instanceId: string,
  config: FunctionConfig,
  adminUrl: string,
  secrets: Secrets,
): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '/tmp',
  TZ: 'UTC',
  // Looked at last: a function without node_modules of its own gets the SDK of this repository.
  NODE_PATH: join(__dirname, '..', '..', 'node_modules'),
  // The SDK appends its own query right behind a `?` it finds, without an ampersand.
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${adminUrl}?instance=${instanceId}&` }),
  TCB_ENV: ENV_ID,
  SCF_NAMESPACE: ENV_ID,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  ...Object.fromEntries(config.environment.map((name) => [name, secrets(name)])),
})

/**
 * What one invocation sets. A timer sets no caller and, as in the cloud, takes none away: code must look at
 * `TRIGGER_SRC` or the source, never at the absence of an openid.
 */
export const callEnvironment = (call: Call, clockOffsetMs: number): Record<string, string> => {
  const common = { TCB_SOURCE: call.source, LINLI_CLOCK_OFFSET_MS: String(clockOffsetMs) }
  if (call.openid === null) {
    return { ...common, TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: call.apiToken ?? '', WX_API_TOKEN: '' }
  }
  return {
    ...common,
    TRIGGER_SRC: '',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
    WX_OPENID: call.openid,
    WX_APPID: APP_ID,
    WX_API_TOKEN: call.apiToken ?? '',
  }
}
