import type { LocalCloud } from './local-cloud'

/** Ctrl-C and a polite kill end the cloud cleanly; a second Ctrl-C ends it at once. */
export const stopOnSignal = (cloud: LocalCloud): void => {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(130)
    stopping = true
    cloud.close().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${error}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
