import { dayText, type Instant } from '../../../types/common/time'
import type { ProblemDocument } from '../../_kit/documents/matters'
import type { NoticeToSend } from '../../_kit/notices'
import type { ProblemChange } from './problem-change.rule'
import { climbs, lastDayOf, type TimeStep, workingDaysToConfirm } from './problem-due.rule'

type Told = Pick<ProblemDocument, '_id' | 'centreId' | 'text' | 'dueDay' | 'changes'>

/** Who is told of a problem besides its officer and its raiser. */
export interface Overseers {
  /** Everybody who works on the list at the centre. */
  readonly staff: readonly string[]
  readonly secretary: readonly string[]
  readonly street: readonly string[]
}

const staffPage = ({ _id, centreId }: Told): string =>
  `/hall/staff/problem-page?centreId=${centreId}&problemId=${_id}`

const raiserPage = '/hall/resident/my-problems-page'

/** Where the list of what climbed to the next level is: of the centre above, or of a district itself. */
const escalatedPage = ({ centreId }: Told): string =>
  `/hall/staff/escalated-page?centreId=${centreId.split('.').slice(0, -1).join('.') || centreId}`

const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

const to = (
  people: readonly string[],
  problem: Told,
  what: string,
  { title, text, page = staffPage(problem) }: { title: string; text: string; page?: string },
): readonly NoticeToSend[] =>
  [...new Set(people)]
    .filter((who) => who !== '')
    .map((who) => ({
      ...{ to: who, title, page },
      text: `「${excerpt(problem.text)}」${text}`,
      once: `problem:${problem._id}:${what}`,
    }))

/** To the officer, unless they put it on the list themselves. */
export const listedNotices = (
  problem: Told & Pick<ProblemDocument, 'officer' | 'measure'>,
  by: string,
): readonly NoticeToSend[] =>
  problem.officer === by
    ? []
    : to([problem.officer], problem, 'listed', {
        title: '请您办一个问题',
        text: `请在 ${dayText(problem.dueDay)} 前办完:${problem.measure}`,
      })

/** What a step of time tells: reminders the officer, climbs everybody on the way up to where it has climbed. */
export const stepNotices = (
  problem: Told & Pick<ProblemDocument, 'officer' | 'level'>,
  step: TimeStep,
  { staff, secretary, street }: Overseers,
): readonly NoticeToSend[] => {
  const { officer, level, dueDay } = problem
  const due = dayText(dueDay)
  const what = `${step}:${dueDay}`
  const hasClimbed = level === 'secretary' || level === 'street'
  switch (step) {
    case 'remindBefore':
      return to([officer], problem, what, { title: '问题快到期了', text: `请在 ${due} 前办完` })
    case 'remindOnDay':
      return to([officer], problem, what, { title: '问题今天到期', text: '办完了请附照片,请提的人确认' })
    case 'overdue':
      return [
        ...to([officer, ...staff, ...(hasClimbed ? secretary : [])], problem, what, {
          title: '问题超期了',
          text: `${due} 前没有办完,请一起想办法`,
        }),
        ...(level === 'street'
          ? to(street, problem, what, {
              title: '重办的问题又超期了',
              text: `${due} 前没有办完`,
              page: escalatedPage(problem),
            })
          : []),
      ]
    case 'toSecretary':
      return to([officer, ...secretary], problem, what, {
        title: '超期问题报书记督办',
        text: `${due} 到期,超期 ${climbs.toSecretary} 个工作日`,
      })
    case 'toStreet':
      return [
        ...to([officer, ...secretary], problem, what, {
          title: '超期问题报街道督办',
          text: `${due} 到期,超期 ${climbs.toStreet} 个工作日`,
        }),
        ...to(street, problem, what, {
          title: '有超期问题报上来',
          text: `${due} 到期,超期 ${climbs.toStreet} 个工作日,请督办`,
          page: escalatedPage(problem),
        }),
      ]
  }
}

/** To whoever has to look at what was done: the raiser, else the secretary. */
export const finishedNotices = (
  problem: Told & Pick<ProblemDocument, 'raiser'>,
  secretary: readonly string[],
  confirmBy: Instant,
): readonly NoticeToSend[] => {
  const what = `finished:${problem.changes}`
  return problem.raiser === ''
    ? to(secretary, problem, what, { title: '问题办完了,请核实销号', text: '请看看照片和现场' })
    : to([problem.raiser], problem, what, {
        title: '您提的问题办完了,请看看',
        text: `解决了请点确认,没解决请写一句;${lastDayOf(confirmBy)} 前没有回话,就按已解决办结`,
        page: raiserPage,
      })
}

/** To the officer: struck off, opened again, given more time or another day. */
export const changedNotices = (
  problem: Told & Pick<ProblemDocument, 'officer'>,
  { line }: Pick<ProblemChange, 'line'>,
  by: string,
): readonly NoticeToSend[] =>
  problem.officer === by
    ? []
    : to([problem.officer], problem, `changed:${problem.changes}`, {
        title: '您办的问题有变动',
        text: line.text,
      })

/** To the raiser who said nothing, when their problem is struck off. */
export const silentNotices = (problem: Told & Pick<ProblemDocument, 'raiser'>): readonly NoticeToSend[] =>
  to([problem.raiser], problem, `silent:${problem.changes}`, {
    title: '您提的问题销号了',
    text: `${workingDaysToConfirm} 个工作日没有说不同意,按已解决办结;还没解决可以再提`,
    page: raiserPage,
  })
