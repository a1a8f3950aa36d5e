import type { Ask } from '../../_kit/ask'
import type { StoryLine } from '../../_kit/documents/matters'

/** What a line of a story is about, besides who wrote it when. */
interface LineFacts {
  readonly kind: string
  readonly text: string
  /** Session, problem or ballot. */
  readonly about?: string
  /** Only for the staff. */
  readonly internal?: boolean
}

/** A line of a story that this request writes, once. */
export const storyLine = (
  { caller, now, requestKey }: Pick<Ask, 'caller' | 'now' | 'requestKey'>,
  { kind, text, about = '', internal = false }: LineFacts,
): StoryLine => ({
  key: requestKey,
  at: now,
  kind,
  text,
  by: caller.openid,
  byMasked: caller.resident?.nameMasked ?? '',
  about,
  internal,
})
