import type { PickedFile } from '../../cloud/cloud.port'

/** What pasting takes on both platforms. */
export interface PasteRowsProps {
  busy: boolean
  onPasted: (file: PickedFile) => void
}
