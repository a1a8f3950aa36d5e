import type { MatterDocument } from '../../cloudfunctions/_kit/documents/matters'
import {
  isOpen,
  looking,
  mayRead,
  moderating,
  mostBackers,
  newMatter,
  whyNotBack,
  withdrawing,
} from '../../cloudfunctions/hall/matter/matter.rule'
import { centres, people } from '../harness/town'
import { morning, raised, sorted, teller } from './matter-rows'

const states: MatterDocument['state'][] = ['raised', 'underWay', 'answered', 'closed', 'withdrawn', 'refused']
const neighbour = 'test-neighbour'

describe('a new matter', () => {
  test('is raised, looked at by the timer at once, and begins its story', () => {
    const matter = raised()
    expect(matter).toMatchObject({
      ...{ state: 'raised', tier: '', procedure: null, done: [], nextAt: morning, dueAt: 0, changes: 0 },
      ...{ raisedAt: morning, concerned: [people.resident], backers: [] },
      story: [{ kind: 'raised', text: '提出来了', by: people.resident, at: morning, internal: false }],
    })
    expect(matter.order.endsWith(matter._id)).toBe(true)
  })

  test('of one request is the same, of another another', () => {
    const stated = { text: '灯', place: '', photos: [] }
    const { _id, source, anonymous, by, byMasked, forNameSealed, forPhoneSealed } = raised()
    const raiser = { source, anonymous, by, byMasked, forNameSealed, forPhoneSealed }
    const of = (requestKey: string) =>
      newMatter(centres.jingui, stated, raiser, teller(people.resident, { requestKey }))
    expect(of('a')._id).toBe(of('a')._id)
    expect(of('b')._id).not.toBe(of('a')._id)
    expect(_id).not.toBe('')
  })

  test('says where the staff heard of it', () => {
    const raiser = { ...raised(), source: 'visit' as const, by: '' }
    const { story } = newMatter(centres.jingui, raised(), raiser, teller(people.staff))
    expect(story[0]?.text).toBe('入户走访时说起,社区记下了')
  })
})

test('something can still come of what is raised, under way or answered', () => {
  expect(states.filter((state) => isOpen({ state }))).toEqual(['raised', 'underWay', 'answered'])
})

describe('reading', () => {
  test.each<[string, Partial<MatterDocument>, boolean, boolean]>([
    ['an open matter', {}, true, true],
    ['a closed one', { state: 'closed' }, true, true],
    ['a hidden one', { hiddenBecause: '写了姓名' }, true, false],
    ['one taken back', { state: 'withdrawn' }, true, false],
  ])('%s', (_name, facts, own, others) => {
    expect(mayRead(raised(facts), people.resident)).toBe(own)
    expect(mayRead(raised(facts), neighbour)).toBe(others)
  })

  test('one without an account’s raiser is nobody’s own', () => {
    expect(mayRead(raised({ by: '', hiddenBecause: '写了姓名' }), neighbour)).toBe(false)
  })
})

describe('「我也是」', () => {
  const full = Array.from({ length: mostBackers }, (_one, n) => `backer-${n}`)
  test.each<[string, Partial<MatterDocument>, string | undefined]>([
    ['of one’s own', { by: neighbour }, 'HALL.OWN_MATTER'],
    ['of what is over', { state: 'closed' }, 'HALL.MATTER_OVER'],
    ['of what is hidden', { hiddenBecause: '写了姓名' }, 'COMMON.NOT_FOUND'],
    ['of what was taken back', { state: 'withdrawn' }, 'COMMON.NOT_FOUND'],
    ['where enough have', { backers: full }, 'HALL.BACKERS_FULL'],
    ['where there is room: others were faster', { backers: full.slice(1) }, 'COMMON.BUSY'],
    ['a second time', { backers: [neighbour] }, undefined],
    ['a second time, when it is over', { backers: [neighbour], state: 'closed' }, undefined],
  ])('%s', (_name, facts, refused) => {
    expect(whyNotBack(raised(facts), neighbour)).toEqual(refused && { refused })
  })
})

describe('taking back', () => {
  test('ends it, nobody is waited for', () => {
    expect(withdrawing(sorted('brief'), teller())).toMatchObject({
      fields: { state: 'withdrawn', confirmBy: 0, nextAt: 0 },
      line: { kind: 'withdrawn', text: '提的人撤回了' },
    })
  })

  test('is for who raised it, while it is open', () => {
    expect(withdrawing(raised(), teller(neighbour))).toEqual({ refused: 'HALL.NOT_YOURS' })
    expect(withdrawing(raised({ state: 'closed' }), teller())).toEqual({ refused: 'HALL.MATTER_OVER' })
    expect(withdrawing(raised({ by: '' }), teller(people.staff))).toEqual({ refused: 'HALL.NOT_YOURS' })
  })
})

test('hiding and showing keep their reason for the staff', () => {
  const byStaff = teller(people.staff)
  expect(moderating(true, '写了姓名', byStaff)).toMatchObject({
    fields: { hiddenBecause: '写了姓名' },
    line: { kind: 'hidden', text: '先不给别的居民看:写了姓名', internal: true },
  })
  expect(moderating(false, '改好了', byStaff)).toMatchObject({
    fields: { hiddenBecause: '' },
    line: { kind: 'shown', text: '重新公开:改好了', internal: true },
  })
})

test('looking at a contact changes nothing but the story', () => {
  expect(looking('约上门', teller(people.staff))).toMatchObject({
    fields: {},
    line: { kind: 'contact', text: '看了提事人的姓名电话:约上门', internal: true, by: people.staff },
  })
})
