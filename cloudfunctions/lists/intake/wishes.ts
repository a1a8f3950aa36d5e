import { chiefConcepts } from '../matching/decisions.rule'
import { dictionary } from '../matching/dictionary'
import { heardAndPlain } from '../matching/plain-speech.rule'
import type { Understanding } from '../matching/ranking.rule'
import { understandNeed } from '../matching/understanding'
import { asksForSomething } from './chatter.rule'
import type { Line } from './messages'

/** Part of what somebody said, and what it is about. */
interface Clause {
  readonly line: number
  readonly text: string
  readonly topics: Understanding
  /** It begins with 「另外」「还有」…: most likely another thing. */
  readonly turns: boolean
  /** It begins a sentence or a line. */
  readonly begins: boolean
}

/** One wish (单条需求) out of what somebody said: the clauses that are about one thing. */
export interface Wish {
  readonly clauses: Clause[]
  topics: Understanding
}

const sentenceEnd = /(?<=[。;!?])/
const turn =
  /(?:^|[,。;\s])(?=另外|顺便|再就是|再一个|还有(?!没|人|个|一个|多|几|点)|对了|此外|第[二三][,个件是]|其次|二是|三是|同时)/
const alsoWants = /,(?=(?:我|他|她|老[爸妈伴])?(?:还|也|再)(?:想|要|需要|希望|麻烦|请|帮))/
const turnWord =
  /^(?:另外|顺便|再就是|再一个|还有|对了|此外|第[二三][个件]?(?:事|是)?|其次|[二三]是|同时)[,:\s]*/
/** Asking outright, or something is broken: a second such thing is a second wish; an ailment only explains the first. */
const asksOutright =
  /想|要(?!是)|求|希望|能不能|能否|可不可以|可以.{0,8}吗|有没有|哪里(?:能|可以|有)|谁(?:能|会|有|可以)|帮|需要|建议|麻烦|坏|漏|堵|臭|吵|不亮|停[水电]|怎么办|咋办|没人[管修扫]|松了|掉了|裂|破了|断了|烂|不管|报名|借/

const clear = 0.5
const faint = 0.4
/** From here on words that ask for nothing outright still tell a need: 「楼道黑了一个礼拜」. */
const speaking = 0.6

const read = (text: string): Understanding => chiefConcepts(understandNeed(heardAndPlain(text)), 0.6, 3)

const clausesOf = ({ line, text }: Line): Clause[] =>
  text.split(sentenceEnd).flatMap((sentence, at) =>
    sentence.split(turn).flatMap((part, place) =>
      part.split(alsoWants).flatMap((clause, also): Clause[] => {
        const words = clause.trim()
        if (words.replace(/[\s\p{P}]/gu, '') === '') return []
        const turns = turnWord.test(words) || also > 0
        return [{ line, text: words, topics: read(words), turns, begins: at === 0 || place > 0 || at > 0 }]
      }),
    ),
  )

const strength = (topics: Understanding): number => topics[0]?.strength ?? 0

/** Whether two things are one topic: a concept in common, or one that the dictionary links with the other. */
const related = (some: Understanding, others: Understanding): boolean =>
  some.some(({ concept }) =>
    others.some(
      ({ concept: other }) =>
        concept === other ||
        [
          [concept, other],
          [other, concept],
        ].some(([from = -1, to = -1]) =>
          dictionary().links[from]?.some(({ offered, closeness }) => offered === to && closeness >= 0.25),
        ),
    ),
  )

const isAnother = (clause: Clause, wish: Wish): boolean => {
  if (!asksOutright.test(clause.text) || related(clause.topics, wish.topics)) return false
  const before = wish.clauses.map(({ text }) => text).join()
  if (clause.turns) return asksForSomething(before) || strength(wish.topics) >= faint
  return (
    clause.begins &&
    strength(clause.topics) >= clear &&
    strength(wish.topics) >= clear &&
    asksForSomething(before)
  )
}

/** Adds lines to what a person said before and answers the wishes that makes: one per thing asked for. */
export const addWishes = (wishes: Wish[], lines: readonly Line[]): void => {
  for (const clause of lines.flatMap(clausesOf)) {
    const known = wishes.find((wish) => clause.topics.length > 0 && sameChief(clause.topics, wish.topics))
    const wish = wishes.at(-1)
    if (known && known !== wish) known.clauses.push(clause)
    else if (wish && !isAnother(clause, wish)) {
      wish.clauses.push(clause)
      if (strength(clause.topics) > strength(wish.topics)) wish.topics = clause.topics
    } else wishes.push({ clauses: [clause], topics: clause.topics })
  }
}

const sameChief = (some: Understanding, others: Understanding): boolean =>
  strength(some) >= clear && some[0]?.concept === others[0]?.concept

/** Whether anything is asked for, outright or by what it is about. */
export const wantsSomething = ({ clauses, topics }: Wish): boolean =>
  strength(topics) >= speaking || clauses.some(({ text }) => asksForSomething(text))

/** Whether an entry of a chain names a thing of its own: 「想顺便量血压」, not 「老两口」 or 「帮我妈报一份」. */
export const wantsItsOwn = ({ clauses, topics }: Wish): boolean =>
  strength(topics) >= 0.65 && clauses.some(({ text }) => asksForSomething(text))

const joint = (before: string): string => (before === '' || /[,。;!?:、，]$/.test(before) ? '' : ',')

/** The words of a wish, in the order they were said, without the word that turned to it. */
export const wordsOfWish = ({ clauses }: Wish): string =>
  clauses.reduce((said, { text }, at) => {
    const words = at === 0 ? text.replace(turnWord, '').replace(/^(?:还|也|再)(?=想|要|需要|希望)/, '') : text
    return `${said}${joint(said)}${words}`
  }, '')
