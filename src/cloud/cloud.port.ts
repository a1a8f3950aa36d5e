/** A file the user picked: a path on the phone, or the browser's file. */
export interface PickedFile {
  readonly name: string
  readonly content: string | Blob
}

/** How the client reaches the cloud; `cloud.weapp.ts` and `cloud.h5.ts` do it. */
export interface Cloud {
  /** Calls a cloud function and answers what it returned; rejects when there was no answer. */
  callFunction(name: string, data: object): Promise<unknown>
  /** Puts a file into the cloud's storage and answers its file id. */
  uploadFile(file: PickedFile): Promise<string>
  /** Lets the user pick one file with one of the extensions (`['xlsx', 'csv']`); undefined when they leave. */
  pickFile(extensions: readonly string[]): Promise<PickedFile | undefined>
  /** Lets the user take or pick one photo; undefined when they leave. */
  pickPhoto(): Promise<PickedFile | undefined>
  /**
   * Asks whether the next notice of a template may be sent as a message. WeChat shows its own question, and only when
   * this is called directly in a tap, before anything is awaited; a no is as good as a yes.
   */
  askToNotify(templateId: string): void
  /** Whose data is kept on this phone: kept answers of one identity are never shown to another. */
  identity(): string
}
