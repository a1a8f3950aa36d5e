import { useState } from 'react'
import { cloud } from './cloud'
import type { PickedFile } from './cloud.port'
import { asRefusal, type Refusal } from './refusal'

/** Lets the user take or pick a photo, puts it where `put` says and hands on where that is. */
export const usePhoto = (put: (photo: PickedFile) => Promise<string>, onChange: (at: string) => void) => {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const pick = async () => {
    setRefusal(undefined)
    const photo = await cloud.pickPhoto()
    if (!photo) return
    setBusy(true)
    try {
      onChange(await put(photo))
    } catch (thrown) {
      setRefusal(asRefusal(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { pick, busy, refusal }
}
