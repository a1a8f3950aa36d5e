import type { Instant } from '../../../types/common/time'
import {
  chatterReason,
  echoes,
  isSettled,
  isStaffName,
  type LeftOutReason,
  onlyPraises,
  plainWish,
} from './chatter.rule'
import { type GuessedFacts, guessFacts, guessHeadcount } from './facts.rule'
import { type Line, readMessages } from './messages'
import { joinPersons, type Person, takeDoorAndPhone } from './person.rule'
import { minutesBetween, type Piece, piecesOf } from './pieces'
import { nearlySame, personKey, recogniseSame } from './same-need.rule'
import { addWishes, type Wish, wantsItsOwn, wantsSomething, wordsOfWish } from './wishes'

/** One need read out of a pasted block (拆分结果), for staff to confirm: nothing of it is stored yet. */
export interface SplitNeed extends GuessedFacts, Person {
  /** Line of the paste where it begins, from 1. */
  readonly line: number
  readonly saidAt?: Instant
  /** At most 300 characters, without door and telephone. */
  readonly text: string
  /** Joined in with 「+1」「同求」: the words are those of the need before. */
  readonly joinedIn: boolean
}

/** A line that became no need, and why. */
export interface LeftOut {
  readonly line: number
  readonly who: string
  readonly text: string
  readonly why: LeftOutReason
}

/** Everything a pasted block says: each line that is not empty ends in a need, in what is known of a person, or here. */
export interface SplitChat {
  readonly needs: readonly SplitNeed[]
  readonly leftOut: readonly LeftOut[]
}

/** Longest text of a need. */
const longest = 300
/** What the same person says within so many minutes and so many messages belongs together. */
const togetherMinutes = 60
const togetherMessages = 8

/** What one person is saying, while it may still go on. */
interface Thread {
  person: Person
  readonly saidAt?: Instant
  readonly firstMessage: number
  lastMessage: number
  readonly wishes: Wish[]
  readonly piece: Piece
  readonly joinedIn?: Thread
  /** The person said since that it is done with. */
  settled: boolean
  /** Lines that told only who it is. */
  readonly bare: Line[]
}

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

/** Marks behind Chinese words as Chinese marks again. */
const inChineseMarks = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}”)])[,;:?!]|[,;?!](?=\p{Script=Han})/gu, (mark) => fullWidth[mark] ?? mark)

/** Splits a block of group chat, hotline or visiting notes into single needs; `now` places times without a day. */
export const splitChat = (pasted: string, now: Instant): SplitChat => {
  const leftOut: LeftOut[] = []
  const threads: Thread[] = []
  const leave = (who: string, { line, text }: Line, why: LeftOutReason) =>
    leftOut.push({ line, who, text: inChineseMarks(text).slice(0, longest), why })

  readMessages(pasted, now).forEach((message, number) => {
    const { pieces, chainHead, examples } = piecesOf(message, now)
    for (const line of chainHead) leave(message.sender, line, chatterReason(line.text) ?? '接龙开头')
    for (const line of examples) leave(message.sender, line, '接龙示例')
    for (const piece of pieces) takePiece(piece, number, threads, leave)
  })

  const needs = threads.flatMap((thread) => needsOf(thread, leave))
  const kept = withoutRepeats(needs, leave)
  return {
    needs: [...kept].sort((a, b) => a.line - b.line),
    leftOut: leftOut.sort((a, b) => a.line - b.line),
  }
}

type Leave = (who: string, line: Line, why: LeftOutReason) => void

const takePiece = (piece: Piece, number: number, threads: Thread[], leave: Leave): void => {
  const { who } = piece.person
  if (piece.chat && isStaffName(who)) {
    for (const line of piece.lines) {
      const reason = chatterReason(line.text)
      leave(who, line, reason === undefined || reason === '回应' ? '工作人员的话' : reason)
    }
    return
  }
  let { person } = piece
  const said: Line[] = []
  const bare: Line[] = []
  let joinsIn = false
  for (const line of piece.lines) {
    const reason = line.text === '' ? undefined : chatterReason(line.text)
    if (piece.chat && echoes(line.text) && threads.length > 0) joinsIn = true
    else if (reason) leave(who, line, reason)
    else {
      const { person: written, rest } = takeDoorAndPhone(plainWish(line.text))
      person = joinPersons(person, written)
      if (rest !== '' && rest !== who) said.push({ line: line.line, text: rest })
      else
        bare.push({
          line: line.line,
          text: line.text || [person.building, person.room, who].join(' ').trim(),
        })
    }
  }
  const before = piece.chat ? threadOf(piece, number, threads) : lastUnnamed(piece, said, threads)
  if (before) {
    const done = said.filter(({ text }) => isSettled(text))
    if (done.length > 0) before.settled = true
    const known = before.wishes.map(wordsOfWish)
    const again = said.filter(({ text }) => known.some((words) => nearlySame(words, text)))
    for (const line of again) leave(who, line, '重复')
    for (const line of done) leave(who, line, '已经解决')
    before.person = joinPersons(before.person, person)
    before.lastMessage = number
    addWishes(
      before.wishes,
      said.filter((line) => !again.includes(line) && !done.includes(line)),
    )
    return
  }
  const thread: Thread = {
    person,
    ...(piece.saidAt !== undefined && { saidAt: piece.saidAt }),
    firstMessage: number,
    lastMessage: number,
    wishes: [],
    piece,
    settled: false,
    bare,
  }
  const model = threads.findLast(({ wishes, person: other }) => wishes.length > 0 && other.who !== who)
  if (joinsIn && said.length === 0 && model) threads.push({ ...thread, joinedIn: model })
  else {
    addWishes(thread.wishes, said)
    threads.push(thread)
  }
}

const threadOf = (piece: Piece, number: number, threads: readonly Thread[]): Thread | undefined =>
  threads.findLast(
    (thread) =>
      thread.piece.chat &&
      thread.piece.person.who === piece.person.who &&
      thread.joinedIn === undefined &&
      number - thread.lastMessage <= togetherMessages &&
      minutesBetween(thread.saidAt, piece.saidAt) <= togetherMinutes,
  )

/** A note that holds nothing but a door or a telephone number belongs to the note before it. */
const lastUnnamed = (piece: Piece, said: readonly Line[], threads: readonly Thread[]): Thread | undefined =>
  piece.topic === undefined && said.length === 0 && piece.person.who === ''
    ? threads.findLast(({ wishes }) => wishes.length > 0)
    : undefined

const needOf = (thread: Thread, text: string, line: number, around: string, joinedIn: boolean): SplitNeed => {
  const words = inChineseMarks(text).slice(0, longest)
  const facts = guessFacts(words, around)
  return {
    line,
    ...thread.person,
    ...(thread.saidAt !== undefined && { saidAt: thread.saidAt }),
    text: words,
    ...facts,
    ...(thread.piece.headcount !== undefined && { headcount: thread.piece.headcount }),
    joinedIn,
  }
}

/** An entry of a chain that only says how many come: 「2人」「老两口」. */
const countsHeads = (text: string): boolean => text.length <= 4 && guessHeadcount(text) > 1

const needsOf = (thread: Thread, leave: Leave): SplitNeed[] => {
  const { piece, person, wishes, joinedIn } = thread
  const first = piece.lines[0]?.line ?? 0
  if (joinedIn) {
    return joinedIn.wishes
      .slice(-1)
      .filter(wantsSomething)
      .map((wish) => needOf(thread, wordsOfWish(wish), first, '', true))
  }
  if (wishes.length === 0 && piece.topic === undefined)
    for (const line of thread.bare) leave(person.who, line, '看不出要什么')
  const said = inChineseMarks(wishes.map(wordsOfWish).join('。'))
  const around = piece.about === undefined ? said : `${said}。${piece.about}`
  if (thread.settled) {
    for (const wish of wishes)
      leave(person.who, { line: wish.clauses[0]?.line ?? first, text: wordsOfWish(wish) }, '已经解决')
    return []
  }
  if (piece.topic !== undefined && (countsHeads(said) || !wishes.some(wantsItsOwn))) {
    const added = said.replace(/^\+?[\d一二两三]{1,2}[人位份个]?$/, '')
    const text = added === '' ? piece.topic : `${piece.topic}，${added}`
    return [{ ...needOf(thread, text, first, around, false), headcount: guessHeadcount(said) }]
  }
  return wishes.flatMap((wish) => {
    const text = wordsOfWish(wish)
    const line = wish.clauses[0]?.line ?? first
    if (wantsSomething(wish) && !onlyPraises(text)) return [needOf(thread, text, line, around, false)]
    leave(person.who, { line, text }, onlyPraises(text) ? '称赞' : '看不出要什么')
    return []
  })
}

const withoutRepeats = (needs: readonly SplitNeed[], leave: Leave): SplitNeed[] => {
  const said = needs.map(({ who, building, room, text }, place) => ({
    id: String(place),
    person: personKey(who, building, room),
    text,
  }))
  const found = recogniseSame(said, [])
  return needs.filter((need, place) => {
    if (found.get(String(place))?.same === undefined) return true
    leave(need.who, need, '重复')
    return false
  })
}
