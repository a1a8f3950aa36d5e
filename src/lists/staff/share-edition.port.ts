/** What the share button of both platforms takes; `path` is the page the card or link opens. */
export interface ShareEditionProps {
  title: string
  path: string
}
