/** A need as far as it matters for telling whether it came in before. */
export interface SaidNeed {
  readonly id: string
  /** Who said it, as one key ({@link personKey} or a hash of it); empty when nobody is named. */
  readonly person: string
  readonly text: string
}

/** What is known about one need beside those that came before it. */
export interface Likeness {
  /** The same person said it already, in these words or nearly: leave it out. */
  readonly same?: string
  /** Others said nearly the same: tell staff, leave nothing out. The most alike first. */
  readonly similar: readonly string[]
}

const filler =
  /您好|你好|大家好|请问|麻烦|谢谢|感谢|拜托|辛苦|我们家|我们|我家|我想|想要|社区|居委会|能不能|可不可以|有没有|帮忙|一下|[了呢吗吧啊呀哦哈的]/g

/** The same words written another way are the same: width, case, spaces, marks and words of politeness do not count. */
export const normalWords = (text: string): string => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{M}\p{Cf}]+/gu, '')
  const short = plain.replace(filler, '')
  return short.length >= 2 ? short : plain
}

/** Who said it, as one text to compare or to hash: name and door without width, spaces and the words of a door. */
export const personKey = (who: string, building: string, room: string): string => {
  const [name, house, flat] = [who, building, room].map((part) =>
    part
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}栋幢号楼座单元室房]+/gu, ''),
  )
  return name || house || flat ? `${name}|${house}|${flat}` : ''
}

const pairsOf = (words: string): Set<string> => {
  const pairs = new Set<string>()
  for (let at = 0; at < Math.max(1, words.length - 1); at += 1) pairs.add(words.slice(at, at + 2))
  return pairs
}

const numbersOf = (words: string): string => (words.match(/\d+/g) ?? []).join(' ')

interface Read {
  readonly need: SaidNeed
  readonly words: string
  readonly numbers: string
  readonly pairs: ReadonlySet<string>
}

const read = (need: SaidNeed): Read => {
  const words = normalWords(need.text)
  return { need, words, numbers: numbersOf(words), pairs: pairsOf(words) }
}

/** From here on, words of the same person are the same need; words of others from the second on are similar. */
const sameFrom = 0.72
const similarFrom = 0.6
const mostSimilar = 3

const alike = (a: Read, b: Read): number => {
  let shared = 0
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared += 1
  const dice = (2 * shared) / (a.pairs.size + b.pairs.size)
  const smaller = Math.min(a.pairs.size, b.pairs.size)
  // one holds the other: said again with a word more
  return smaller >= 4 && shared / smaller >= 0.9 ? Math.max(dice, 0.75) : dice
}

const isSame = (a: Read, b: Read, likeness: number): boolean => {
  if (a.need.person !== b.need.person) return false
  if (a.words === b.words) return true
  return a.need.person !== '' && a.numbers === b.numbers && likeness >= sameFrom
}

/** Whether two texts say the same or nearly, as one person would say it twice. */
export const nearlySame = (some: string, other: string): boolean => {
  const [a, b] = [some, other].map((text) => read({ id: '', person: 'one', text }))
  return a !== undefined && b !== undefined && isSame(a, b, alike(a, b))
}

/** Needs looked at for one, at most, when others say alike: a sheet of one sentence ten thousand times stays quick. */
const mostLooked = 60

/** Needs by who said them and by the pairs of characters they hold, so that only those that can be alike are compared. */
class Shelf {
  private readonly byPerson = new Map<string, Read[]>()
  private readonly byWords = new Map<string, Read>()
  private readonly byPair = new Map<string, Read[]>()

  add(one: Read): void {
    const put = (map: Map<string, Read[]>, key: string) => {
      const list = map.get(key)
      if (list) list.push(one)
      else map.set(key, [one])
    }
    if (one.need.person === '') this.byWords.set(one.words, this.byWords.get(one.words) ?? one)
    else put(this.byPerson, one.need.person)
    for (const pair of one.pairs) put(this.byPair, pair)
  }

  /** What the same person said that is the same; of nobody, what is word for word the same. */
  same(one: Read): Read | undefined {
    if (one.need.person === '') return this.byWords.get(one.words)
    return this.byPerson.get(one.need.person)?.find((other) => isSame(one, other, alike(one, other)))
  }

  /** Those that share one of the rarest pairs: what shares none of them cannot be alike enough. */
  near(one: Read): Set<Read> {
    const lists = [...one.pairs]
      .map((pair) => this.byPair.get(pair) ?? [])
      .sort((a, b) => a.length - b.length)
    const needed = lists.length - Math.ceil(lists.length * (similarFrom / (2 - similarFrom))) + 1
    const found = new Set<Read>()
    for (const list of lists.slice(0, needed)) {
      for (const other of list) {
        if (found.size >= mostLooked) return found
        found.add(other)
      }
    }
    return found
  }
}

/**
 * Recognises needs that came in before (重复需求): each of `fresh` is held against those already `here` and those of
 * `fresh` before it. Somebody's own need is the same in the same words or nearly, unless its numbers differ; nobody's
 * only in the very same words. What others say alike is only told.
 */
export const recogniseSame = (
  fresh: readonly SaidNeed[],
  here: readonly SaidNeed[],
): ReadonlyMap<string, Likeness> => {
  const shelf = new Shelf()
  for (const need of here) shelf.add(read(need))
  const found = new Map<string, Likeness>()
  for (const need of fresh) {
    const one = read(need)
    const likely = [...shelf.near(one)]
      .map((other) => ({ other, likeness: alike(one, other) }))
      .filter(({ likeness }) => likeness >= similarFrom)
      .sort((a, b) => b.likeness - a.likeness)
    const same = shelf.same(one)
    if (!same) shelf.add(one)
    found.set(need.id, {
      ...(same && { same: same.need.id }),
      similar: likely
        .filter(({ other }) => other !== same)
        .slice(0, mostSimilar)
        .map(({ other }) => other.need.id),
    })
  }
  return found
}
