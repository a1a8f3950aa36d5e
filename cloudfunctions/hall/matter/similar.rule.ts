/** As much of a matter as tells what it is about. */
export interface Said {
  readonly text: string
  readonly place: string
}

/** Particles that stand in every sentence and tell nothing of what it is about. */
const particles = /[的了着呢吗吧啊呀和也都很]/gu

/** Letters and digits only, as people vary everything else. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(particles, '')

const pairsOf = (text: string): ReadonlySet<string> => {
  const letters = [...plain(text)]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

/** Both share of pairs of neighbouring characters two texts have in common, 0…1. */
const sharedPairs = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size + other.size === 0) return 0
  const common = [...one].filter((pair) => other.has(pair)).length
  return (2 * common) / (one.size + other.size)
}

/** The same place makes it more likely that the same thing is meant. */
const samePlace = 0.15
/** Below this two matters only share some words. */
const likeEnough = 0.35
const mostShown = 5

/**
 * Those of some matters that may be the same thing as what somebody is about to raise, the likest first, of equally
 * like ones those that come first in the list; at most 5.
 */
export const similarTo = <Row extends Said>(said: Said, rows: readonly Row[]): readonly Row[] => {
  const pairs = pairsOf(said.text)
  const place = plain(said.place)
  return rows
    .map((row) => {
      const isThere = place !== '' && plain(row.place) === place
      return { row, likeness: sharedPairs(pairs, pairsOf(row.text)) + (isThere ? samePlace : 0) }
    })
    .filter(({ likeness }) => likeness >= likeEnough)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostShown)
    .map(({ row }) => row)
}
