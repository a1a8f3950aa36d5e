import { useState } from 'react'
import type { Refusal } from '../../cloud/refusal'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'

/** How far writing an import has come. */
export interface ImportRun {
  /** Parts written, of all the parts. */
  readonly written: number
  readonly added: number
  readonly alreadyHere: number
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  /** Begins, or goes on with the part that failed. */
  readonly go: () => Promise<void>
}

/**
 * Writes an import part by part, each with its own request id. When one fails, going on repeats that part; what was
 * written stays written once.
 */
export function useImportRun(centreId: string, importId: string, parts: number): ImportRun {
  const [progress, setProgress] = useState({ written: 0, added: 0, alreadyHere: 0 })
  const [running, setRunning] = useState(false)
  const commit = useWrite(lists.commitImport)
  const go = async () => {
    setRunning(true)
    let now = progress
    while (now.written < parts) {
      const done = await commit.send({ centreId, importId, part: now.written })
      if (!done) break
      now = {
        written: now.written + 1,
        added: now.added + done.added,
        alreadyHere: now.alreadyHere + done.alreadyHere,
      }
      setProgress(now)
    }
    setRunning(false)
  }
  return { ...progress, busy: running, refusal: commit.refusal, go }
}
