import JsdomEnvironment from 'jest-environment-jsdom'

/**
 * Where page tests run: the DOM that WeChat's component engine draws in, and Node's own HTTP for the way to the local
 * cloud. Pages get nothing of either, see `logic-layer.ts`.
 */
export default class PageEnvironment extends JsdomEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    Object.assign(this.global, {
      fetch,
      FormData,
      Blob,
      Headers,
      Request,
      Response,
      TextEncoder,
      TextDecoder,
      // what Node's own parts make and test for, as in jest's environment for Node
      ArrayBuffer,
      Uint8Array,
    })
  }
}
