declare module '*.scss'

/** Replaced by the build; nothing else of `process` exists in the client. */
declare const process: { readonly env: { readonly TARO_ENV: 'weapp' | 'h5' } }
