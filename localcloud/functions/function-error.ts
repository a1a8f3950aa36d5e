/** What can go wrong with an invocation, as the cloud numbers it. */
export const FUNCTION_ERRORS = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  EXCEED_MAX_PAYLOAD_SIZE: -501001,
  RESULT_SIZE_EXCEED_LIMIT: -604001,
} as const

/** An invocation that gave no result: `code` travels on the wire, `errCode` goes to a client. */
export class FunctionError extends Error {
  readonly code: keyof typeof FUNCTION_ERRORS

  constructor(code: keyof typeof FUNCTION_ERRORS, message: string) {
    super(message)
    this.name = 'FunctionError'
    this.code = code
  }

  get errCode(): number {
    return FUNCTION_ERRORS[this.code]
  }
}
