/** A refusal as the cloud answers it on the wire: HTTP 200 with `{code, message}`. */
export class CloudError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'CloudError'
    this.code = code
  }
}
