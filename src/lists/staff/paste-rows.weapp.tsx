import type { PasteRowsProps } from './paste-rows.port'

/** Nobody copies rows of Excel on a phone: inside WeChat a file is chosen from a chat instead. */
export function PasteRows(_props: PasteRowsProps) {
  return null
}
