/**
 * A concept (概念) is one thing people may need and a centre may offer, told in many voices.
 *
 * The cue strings are lists parted by blanks:
 * - `词` a plain cue; longer ones count more,
 * - `!词` so telling that it decides alone, `词?` only a hint,
 * - `甲|乙+丙` counts when one of 甲, 乙 *and* 丙 occur anywhere in the text.
 */
export interface Concept {
  /** Stable, `domain.thing`; the part before the dot is the family. */
  id: string
  /** What staff read, e.g. 「上门助浴」. */
  name: string
  /** The categories (服务类别) under which a centre files it, parted by blanks. */
  in: string
  /** Cues that mean the same in both mouths. */
  words: string
  /** What only residents say: symptoms, complaints, dialect, slips of voice input. */
  asks?: string
  /** What only providers write. */
  offers?: string
  /** Other concepts that help as well, `id:weight`: about .6 a substitute, about .3 the same topic. */
  near?: string
  /** Concepts that look alike but cannot solve this, parted by blanks. */
  not?: string
}
