/** A refusal as WeChat's APIs answer it: `{errcode, errmsg}`. */
export class WechatError extends Error {
  readonly errcode: number

  constructor(errcode: number, errmsg: string) {
    super(errmsg)
    this.name = 'WechatError'
    this.errcode = errcode
  }
}
