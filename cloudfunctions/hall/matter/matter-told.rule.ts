import { dayText, shanghaiDay } from '../../../types/common/time'
import type { MatterDocument } from '../../_kit/documents/matters'
import type { NoticeToSend } from '../../_kit/notices'

type Told = Pick<MatterDocument, '_id' | 'centreId' | 'text'>

const mostLetters = 30

/** A matter in a few words, for a notice. */
const named = ({ text }: Told): string => {
  const letters = [...text.replace(/\s+/g, ' ')]
  return `「${letters.length <= mostLetters ? letters.join('') : `${letters.slice(0, mostLetters - 1).join('')}…`}」`
}

const pageOf = ({ _id }: Told): string => `/hall/resident/matter-page?matterId=${_id}`
const deskOf = ({ _id, centreId }: Told): string =>
  `/hall/staff/matter-desk-page?centreId=${centreId}&matterId=${_id}`

/** What is told, and what makes it unique for a matter. */
interface Words {
  readonly title: string
  readonly text: string
  readonly once: string
}

const toDesk = (matter: Told, people: readonly string[], { once, ...words }: Words): NoticeToSend[] =>
  people
    .filter((to) => to !== '')
    .map((to) => ({ to, ...words, page: deskOf(matter), once: `matter:${matter._id}:${once}` }))

const toRaiser = (matter: Told & Pick<MatterDocument, 'by'>, { once, ...words }: Words): NoticeToSend[] =>
  matter.by === ''
    ? []
    : [{ to: matter.by, ...words, page: pageOf(matter), once: `matter:${matter._id}:${once}` }]

/** To everybody who may sort a matter, the first time and once more when nobody has. */
export const toSortNotices = (matter: Told, people: readonly string[], again: boolean): NoticeToSend[] =>
  toDesk(matter, people, {
    title: again ? '有一件议题还没分办' : '有新的议题要分办',
    text: named(matter),
    once: again ? 'unsorted' : 'raised',
  })

/** To who raised it and to who answers for it, once it is sorted. */
export const sortedNotices = (matter: MatterDocument, by: string): NoticeToSend[] => {
  const { dueAt, officer } = matter
  const due = `${dayText(shanghaiDay(dueAt))}前答复`
  return [
    ...toRaiser(matter, { title: '您提的事有人办了', text: `${named(matter)},${due}您。`, once: 'sorted' }),
    ...(officer === by
      ? []
      : toDesk(matter, [officer], {
          title: '有一件议题请您办',
          text: `${named(matter)},${due}。`,
          once: 'sorted',
        })),
  ]
}

/** To who raised it, about what happened to it on the way; `key` of the request. */
export const onTheWayNotices = (matter: MatterDocument, text: string, key: string): NoticeToSend[] =>
  toRaiser(matter, { title: '您提的事有新进展', text: `${named(matter)}${text}`, once: key })

/** To the colleagues who were asked for an opinion and have not written one. */
export const askedNotices = (matter: MatterDocument, key: string): NoticeToSend[] => {
  const waiting = Object.values(matter.consulted).filter(({ opinion }) => opinion === '')
  const people = waiting.map(({ who }) => who)
  return toDesk(matter, people, { title: '请您写一条意见', text: named(matter), once: `asked:${key}` })
}

/** To who answers for it, about what they have to do next; `key` of the request. */
export const officerNotices = (matter: MatterDocument, title: string, key: string): NoticeToSend[] =>
  toDesk(matter, [matter.officer], { title, text: named(matter), once: key })

/** To who raised it and all who said 「我也是」: the answer is there. */
export const answeredNotices = (matter: MatterDocument, key: string): NoticeToSend[] => {
  const text = `${named(matter)}:${matter.answer}`
  const by = dayText(shanghaiDay(matter.confirmBy))
  return [
    ...toRaiser(matter, {
      title: '您提的事有答复了',
      text: `${text}。解决了没有,请在${by}前说一声。`,
      once: key,
    }),
    ...toBackers(matter, { title: '您关心的事有答复了', text, once: key }),
  ]
}

const toBackers = (matter: MatterDocument, { once, ...words }: Words): NoticeToSend[] =>
  matter.backers.map((to) => ({ to, ...words, page: pageOf(matter), once: `matter:${matter._id}:${once}` }))

/** To everybody it concerns: it is closed, by the last line of its story. */
export const closedNotices = (matter: MatterDocument): NoticeToSend[] => {
  const words = {
    text: `${named(matter)}:${matter.story.findLast(({ kind }) => kind === 'closed')?.text ?? ''}`,
  }
  return [
    ...toRaiser(matter, { title: '您提的事办结了', ...words, once: 'closed' }),
    ...toBackers(matter, { title: '您关心的事办结了', ...words, once: 'closed' }),
    ...toDesk(matter, [matter.officer], { title: '您办的议题办结了', ...words, once: 'closed' }),
  ]
}

/** To who answers for it and those above: the day to answer by has passed. */
export const lateNotices = (matter: MatterDocument, above: readonly string[]): NoticeToSend[] =>
  toDesk(matter, [...new Set([matter.officer, ...above])], {
    title: '有一件议题超过答复时限',
    text: `${named(matter)},${dayText(shanghaiDay(matter.dueAt))}该答复。`,
    once: `late:${matter.dueAt}`,
  })
