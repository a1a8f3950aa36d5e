import {
  answeredNotices,
  askedNotices,
  closedNotices,
  lateNotices,
  officerNotices,
  onTheWayNotices,
  sortedNotices,
  toSortNotices,
} from '../../cloudfunctions/hall/matter/matter-told.rule'
import { opinionKey } from '../../cloudfunctions/hall/matter/step.rule'
import { asInstant } from '../../types/common/time'
import { centres, people } from '../harness/town'
import { at, raised, sorted } from './matter-rows'

const { resident, staff, secretary } = people
const matter = sorted('brief', { dueAt: at('2026-12-04'), backers: ['backer-1', 'backer-2'] })
const desk = `/hall/staff/matter-desk-page?centreId=${centres.jingui}&matterId=${matter._id}`
const page = `/hall/resident/matter-page?matterId=${matter._id}`

test('sorted: whoever raised it hears by when, the officer that it is theirs', () => {
  const [toRaiser, toOfficer, ...more] = sortedNotices(matter, secretary)
  expect(toRaiser).toMatchObject({ to: resident, page, text: '「5栋楼下的路灯不亮」,12月4日前答复您。' })
  expect(toOfficer).toMatchObject({ to: staff, page: desk, title: '有一件议题请您办' })
  expect(more).toEqual([])
})

test('sorted by the officer: they know', () => {
  expect(sortedNotices(matter, staff).map(({ to }) => to)).toEqual([resident])
})

test('entered for somebody without an account: the raiser hears nothing here', () => {
  const entered = { ...matter, by: '' }
  expect(sortedNotices(entered, secretary).map(({ to }) => to)).toEqual([staff])
  expect(onTheWayNotices(entered, '换办法。', 'k')).toEqual([])
})

test('to be sorted: the first time and once more are different notices', () => {
  const [first] = toSortNotices(raised(), [staff], false)
  const [again] = toSortNotices(raised(), [staff], true)
  expect(first).toMatchObject({ to: staff, title: '有新的议题要分办' })
  expect(again?.title).toBe('有一件议题还没分办')
  expect(again?.once).not.toBe(first?.once)
})

test('answered: who raised it is asked, those who care are told', () => {
  const answered = { ...matter, answer: '灯头换好了', confirmBy: at('2026-12-08') }
  const notices = answeredNotices(answered, 'k')
  expect(notices.map(({ to }) => to)).toEqual([resident, 'backer-1', 'backer-2'])
  expect(notices[0]?.text).toBe('「5栋楼下的路灯不亮」:灯头换好了。解决了没有,请在12月8日前说一声。')
  expect(notices[1]).toMatchObject({ text: '「5栋楼下的路灯不亮」:灯头换好了', page })
})

test('closed: everybody hears why, by the last line that closed it', () => {
  const line = { ...raised().story[0], kind: 'closed' }
  const story = [
    { ...line, text: '第一次' },
    { ...line, text: '提的人说解决了' },
  ] as typeof matter.story
  const notices = closedNotices({ ...matter, story })
  expect(notices.map(({ to }) => to)).toEqual([resident, 'backer-1', 'backer-2', staff])
  for (const { text } of notices) expect(text).toBe('「5栋楼下的路灯不亮」:提的人说解决了')
})

test('late: officer and secretary, each once', () => {
  const notices = lateNotices(matter, [secretary, staff])
  expect(notices.map(({ to }) => to)).toEqual([staff, secretary])
  expect(notices[0]?.text).toBe('「5栋楼下的路灯不亮」,12月4日该答复。')
})

test('asked: only those who wrote nothing yet', () => {
  const asked = (who: string, opinion: string) => ({
    [opinionKey(who)]: { who, nameMasked: '李**', opinion, at: asInstant(0) },
  })
  const consulted = { ...asked(staff, ''), ...asked(secretary, '同意') }
  expect(askedNotices({ ...matter, consulted }, 'k').map(({ to }) => to)).toEqual([staff])
})

test('the officer hears nothing where there is none', () => {
  expect(officerNotices(raised(), '提的人撤回了', 'k')).toEqual([])
  expect(officerNotices(matter, '提的人撤回了', 'k')).toMatchObject([{ to: staff, title: '提的人撤回了' }])
})

test('a long text is cut, each notice of one request is its own', () => {
  const long = { ...matter, text: '路'.repeat(40) }
  const [notice] = onTheWayNotices(long, '换办法。', 'k')
  expect(notice?.text).toBe(`「${'路'.repeat(29)}…」换办法。`)
  expect(notice?.once).toBe(`matter:${matter._id}:k`)
})
