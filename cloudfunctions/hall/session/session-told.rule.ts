import { dateText, dayText } from '../../../types/common/time'
import type { MatterDocument } from '../../_kit/documents/matters'
import type { AgendaItem, SessionDocument } from '../../_kit/documents/sessions'
import type { NoticeToSend } from '../../_kit/notices'

type Where = Pick<SessionDocument, 'startsAt' | 'place'>
type Told = Where & Pick<SessionDocument, '_id' | 'title'>

const whereText = ({ startsAt, place }: Where): string => `${dateText(startsAt)},${place}`

/** 「第 3 次议事会」: sessions are counted as they are held. */
const nth = ({ sessions }: Pick<MatterDocument, 'sessions'>): string => `第 ${sessions.length + 1} 次议事会`

/** A matter's line of a session that is announced, or moved. */
export const announcedText = (
  matter: Pick<MatterDocument, 'sessions'>,
  where: Where,
  isMoved: boolean,
): string => `${nth(matter)}${isMoved ? '改到' : '定在'} ${whereText(where)}`

/** A matter's line of a session that is called off. */
export const cancelledText = (where: Where, reason: string): string =>
  `原定 ${whereText(where)} 的议事会取消了:${reason}`

const outcomeText = { '': '', resolved: '形成决议', continued: '继续商量', dropped: '不再商量' } as const
/** So many decisions stand in a story line; all of them are in the minutes. */
const mostDecisions = 3

/** A matter's line of a session that was held: who came, what came of it, who does what by when. */
export const heldText = (
  matter: Pick<MatterDocument, 'sessions'>,
  item: Pick<AgendaItem, 'outcome' | 'decisions'>,
  present: number,
): string => {
  const decided = item.decisions
    .slice(0, mostDecisions)
    .map(({ text, who, byDay }) => `${dayText(byDay)}前 ${who} ${text}`)
  const more = item.decisions.length > mostDecisions ? '等' : ''
  const result = [outcomeText[item.outcome], ...decided].join(';')
  return `${nth(matter)},到会 ${present} 人:${result}${more}`
}

/** Who asked for a matter: the raiser, and all who said 「我也是」. */
export const askersOf = ({ by, backers }: Pick<MatterDocument, 'by' | 'backers'>): readonly string[] =>
  by === '' ? backers : [by, ...backers]

/** Residents on the list: all of them, those who come, stay away, or are there. */
export const listed = (
  { parties }: Pick<SessionDocument, 'parties'>,
  which: 'all' | 'coming' | 'away' | 'present',
): readonly string[] =>
  Object.values(parties).flatMap(({ who, rsvp, presentAt }) => {
    const wanted = { all: true, coming: rsvp === 'yes', away: rsvp === 'no', present: presentAt > 0 }[which]
    return who !== '' && wanted ? [who] : []
  })

/** What is said about a session. `once` names the occasion: the same person hears of it once. */
interface Message {
  readonly title: string
  readonly text: string
  readonly once: string
}

/** The same words to everybody; at most 1000 people, each once. */
export const noticesTo = (
  people: readonly string[],
  sessionId: string,
  { title, text, once }: Message,
): readonly NoticeToSend[] =>
  [...new Set(people)].slice(0, 1000).map((to) => ({
    to,
    title,
    text,
    page: `/hall/resident/session-page?sessionId=${sessionId}`,
    once: `session:${sessionId}:${once}`,
  }))

/** 预告. */
export const invitation = (session: Told): Message => ({
  title: '请您来参加议事会',
  text: `${dateText(session.startsAt)} ${session.place}:${session.title}。来不来请回一声。`,
  once: 'announced',
})

/** Another time or place. `changes` tells one move from the next. */
export const moveMessage = (session: Told & Pick<SessionDocument, 'changes'>): Message => ({
  title: '议事会改了时间或地点',
  text: `「${session.title}」改到 ${whereText(session)}。`,
  once: `moved:${session.changes}`,
})

/** Called off. */
export const cancelMessage = (session: Told, reason: string): Message => ({
  title: '议事会取消了',
  text: `「${session.title}」原定 ${whereText(session)},取消了:${reason}`,
  once: 'cancelled',
})

/** The minutes can be read. */
export const minutesMessage = (session: Pick<Told, '_id' | 'title'>): Message => ({
  title: '议事会的会议记录可以看了',
  text: `「${session.title}」散会了,议了什么、定了什么,点开就能看。`,
  once: 'held',
})

/** The evening before. */
export const reminder = (session: Told): Message => ({
  title: '别忘了明天的议事会',
  text: `${dateText(session.startsAt)} ${session.place}:${session.title}。来不了请改一下回执。`,
  once: `reminded:${session.startsAt}`,
})
