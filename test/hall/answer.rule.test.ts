import { answering, confirming, overdue, silence } from '../../cloudfunctions/hall/matter/answer.rule'
import { endOf } from '../../cloudfunctions/hall/matter/deadline.rule'
import type { ShanghaiDay } from '../../types/common/time'
import { people } from '../harness/town'
import { at, calendars, morning, raised, sorted, teller, terms } from './matter-rows'

const end = (day: string) => endOf(day as ShanghaiDay)
const byStaff = teller(people.staff, { nameMasked: '李**' })
const said = { text: '灯头换好了', photos: ['cloud://lamp.jpg'] }
const answered = sorted('brief', {
  ...{ state: 'answered', done: ['assign', 'answer'], answer: said.text, confirmBy: end('2026-12-08') },
  story: [...raised().story, { ...raised().story[0], kind: 'answer', at: morning } as never],
})

describe('the answer', () => {
  test('asks whoever raised it to confirm within five working days', () => {
    expect(answering(sorted('brief'), said, terms, byStaff)).toMatchObject({
      fields: {
        ...{ state: 'answered', done: ['assign', 'answer'], answer: said.text, answerPhotos: said.photos },
        ...{ confirmBy: end('2026-12-08'), nextAt: end('2026-12-08') },
      },
      line: { kind: 'answer', text: '答复:灯头换好了', internal: false },
    })
  })

  test.each([
    ['steps before it', sorted('fast'), 'HALL.NOT_THIS_STEP'],
    ['nobody who took it on', raised(), 'HALL.NOT_THIS_STEP'],
    ['an answer', answered, 'HALL.NOT_THIS_STEP'],
    ['an end', sorted('brief', { state: 'closed' }), 'HALL.MATTER_OVER'],
    ['problems on the list', sorted('brief', { openProblems: 1 }), 'HALL.PROBLEMS_OPEN'],
    [
      'public notice running',
      sorted('brief', { publicNoticeUntil: '2026-12-01' as ShanghaiDay }),
      'HALL.NOTICE_RUNNING',
    ],
  ])('is refused for a matter with %s', (_name, matter, refused) => {
    expect(answering(matter, said, terms, byStaff)).toEqual({ refused })
  })
})

describe('the raiser', () => {
  test('says that it is solved: closed, and everybody is told', () => {
    expect(confirming(answered, { solved: true, text: '谢谢' }, calendars, teller())).toMatchObject({
      fields: { state: 'closed', confirmBy: 0, nextAt: morning },
      line: { kind: 'closed', text: '提的人说解决了:谢谢' },
    })
    expect(confirming(answered, { solved: true, text: '' }, calendars, teller())).toMatchObject({
      line: { text: '提的人说解决了' },
    })
  })

  test('says that it is not: under way without its answer, with a new term', () => {
    const now = at('2026-12-04')
    const move = confirming(
      answered,
      { solved: false, text: '又不亮了' },
      calendars,
      teller(undefined, { now }),
    )
    expect(move).toMatchObject({
      fields: {
        ...{ state: 'underWay', done: ['assign'], late: false },
        ...{ confirmBy: 0, dueAt: end('2026-12-09'), nextAt: end('2026-12-09') },
      },
      line: { kind: 'reopened', text: '提的人说还没解决:又不亮了。接着办,12月9日前再答复' },
    })
  })

  test('has to say why it is not', () => {
    expect(confirming(answered, { solved: false, text: '' }, calendars, teller())).toEqual({
      refused: 'HALL.REASON_MISSING',
    })
  })

  test('is the only one who says so, and only of an answer', () => {
    const say = { solved: true, text: '' }
    expect(confirming(answered, say, calendars, byStaff)).toEqual({ refused: 'HALL.NOT_YOURS' })
    for (const state of ['raised', 'underWay', 'closed', 'withdrawn', 'refused'] as const) {
      expect(confirming({ ...answered, state }, say, calendars, teller())).toEqual({
        refused: 'HALL.NOTHING_TO_CONFIRM',
      })
    }
  })
})

test('silence closes it, and the story says so', () => {
  const now = end('2026-12-09')
  expect(silence(answered, calendars, now)).toEqual({
    fields: { state: 'closed', confirmBy: 0, nextAt: now },
    line: {
      ...{ key: `silent:${answered.confirmBy}`, at: now, kind: 'closed', by: '', byMasked: '', about: '' },
      ...{ text: '5 个工作日没有说不同意,按已解决办结', internal: false },
    },
  })
})

describe('the day to answer by has passed', () => {
  const begun = (kind: string, day: string) => ({ ...raised().story[0], kind, at: at(day) }) as never
  const due = sorted('brief', {
    dueAt: end('2026-12-04'),
    story: [...raised().story, begun('assign', '2026-12-01')],
  })

  test('it is late, which is said once for each day an answer was due', () => {
    expect(overdue(due, calendars, at('2026-12-05', 0))).toMatchObject({
      fields: { late: true, nextAt: 0 },
      line: { key: `late:${end('2026-12-04')}`, kind: 'late', text: '过了12月4日还没答复', by: '' },
    })
  })

  test('unless a calendar that came later gives it more days', () => {
    const off = new Set(['2026-12-02', '2026-12-03'])
    const published = new Map([[2026, { off, worked: new Set<string>() }]])
    expect(overdue(due, published, at('2026-12-05', 0))).toMatchObject({
      fields: { dueAt: end('2026-12-08'), nextAt: end('2026-12-08') },
      line: { kind: 'recounted', text: '放假安排公布,时限由12月4日改为12月8日', by: '' },
    })
    expect(overdue(due, published, at('2026-12-05', 0)).fields).not.toHaveProperty('late')
  })

  test.each(['movedUp', 'reopened'])('counted from the last beginning: %s', (kind) => {
    const later = { ...due, dueAt: end('2026-12-09'), story: [...due.story, begun(kind, '2026-12-04')] }
    expect(overdue(later, calendars, at('2026-12-10', 0)).line.kind).toBe('late')
    const early = { ...later, dueAt: end('2026-12-08') }
    expect(overdue(early, calendars, at('2026-12-10', 0)).line.kind).toBe('recounted')
  })

  test('a matter whose beginning nobody wrote is late', () => {
    const { story } = raised()
    expect(overdue({ ...due, story }, calendars, at('2026-12-05', 0)).line.kind).toBe('late')
  })
})
