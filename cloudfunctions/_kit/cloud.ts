import cloud from 'wx-server-sdk'

/** The SDK, bound to the environment the function is deployed in. */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

// the SDK's typings lack the option; without it a missing document throws instead of answering null
const options: Parameters<typeof cloud.database>[0] & { throwOnNotFound: boolean } = {
  throwOnNotFound: false,
}

/** The cloud database. Only `table.ts` and `transaction.ts` talk to it; stores use those. */
export const database = cloud.database(options)

/** Query and update operators (`_` of the cloud's documentation). */
export const command = database.command

export { cloud }
