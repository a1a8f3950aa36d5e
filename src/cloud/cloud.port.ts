/** A file the user picked: a path on the phone, or the browser's file. */
export interface PickedFile {
  readonly name: string
  readonly content: string | Blob
}

/** How the client reaches the cloud; `cloud.weapp.ts` and `cloud.h5.ts` do it. */
export interface Cloud {
  /** Calls a cloud function and answers what it returned; rejects when there was no answer. */
  callFunction(name: string, data: object): Promise<unknown>
  /** What an `<Image>` shows of a file of the cloud's storage. */
  pictureOf(fileId: string): string
  /** Puts a file into the cloud's storage and answers its file id. */
  uploadFile(file: PickedFile): Promise<string>
  /** Lets the user pick one file with one of the extensions (`['xlsx', 'csv']`); undefined when they leave. */
  pickFile(extensions: readonly string[]): Promise<PickedFile | undefined>
  /** Lets the user take or pick one photo; undefined when they leave. */
  pickPhoto(): Promise<PickedFile | undefined>
  /**
   * Keeps a photo until the write it belongs to is sent, and answers where: on the phone, so that no reception is
   * needed; a browser puts it into the cloud's storage at once.
   */
  keepPhoto(photo: PickedFile): Promise<string>
  /** Puts a kept photo into the cloud's storage and answers its file id; undefined when it is not there any more. */
  sendPhoto(kept: string): Promise<string | undefined>
  /** Forgets a kept photo that was sent. */
  dropPhoto(kept: string): void
  /**
   * Asks whether the next notice of a template may be sent as a message. WeChat shows its own question, and only when
   * this is called directly in a tap, before anything is awaited; a no is as good as a yes.
   */
  askToNotify(templateId: string): void
  /** Whose data is kept on this phone: kept answers of one identity are never shown to another. */
  identity(): string
}
