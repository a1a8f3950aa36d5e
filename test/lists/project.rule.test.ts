import fc from 'fast-check'
import { decideEdit } from '../../cloudfunctions/lists/project.rule'
import { at, now, project } from './facts'

const { title, startsAt, endsAt, closesAt, place, cap, waitCap } = project()
const same = { title, startsAt, endsAt, closesAt, place, cap, waitCap }
const moved = {
  ...same,
  startsAt: at('2026-11-27', 9),
  endsAt: at('2026-11-27', 10),
  closesAt: at('2026-11-26', 20),
}

describe('editing a project', () => {
  test('moves a draft and sorts it anew', () => {
    const draft = project(0, { state: 'draft' })
    const decision = decideEdit(draft, { ...moved, place: '门口', cap: 10 }, now)
    expect(decision).toMatchObject({ change: { place: '门口', open: 12, startsAt: moved.startsAt } })
  })
  test.each([
    ['moves what was published', project(), moved, 'LISTS.NOT_DRAFT'],
    ['renames what was published', project(), { ...same, title: '别的' }, 'LISTS.NOT_DRAFT'],
    ['touches what was cancelled', project(0, { state: 'cancelled' }), same, 'LISTS.NOT_DRAFT'],
    ['lies in the past', project(0, { state: 'draft' }), { ...same, startsAt: now }, 'LISTS.PAST'],
    ['ends before it begins', project(0, { state: 'draft' }), { ...same, endsAt: startsAt }, 'LISTS.PAST'],
    ['closes after it began', project(), { ...same, closesAt: at('2026-11-26', 15) }, 'LISTS.PAST'],
    ['closes in the past', project(), { ...same, closesAt: at('2026-11-20', 20) }, 'LISTS.PAST'],
    ['takes a seat from somebody', project(3), { ...same, cap: 2, waitCap: 9 }, 'LISTS.TOO_MANY'],
    ['takes a waiting place from somebody', project(5), { ...same, waitCap: 1 }, 'LISTS.TOO_MANY'],
  ])('is refused when it %s', (_, found, edit, refused) => {
    expect(decideEdit(found, edit, now)).toEqual({ refused })
  })
  test('keeps room, seats and waiting list in step', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.integer({ min: 1, max: 20 }), fc.nat(20), (people, seats, waiting) => {
        const decision = decideEdit(project(people), { ...same, cap: seats, waitCap: waiting }, now)
        if ('refused' in decision)
          return expect(seats < Math.min(people, 3) || seats + waiting < people).toBe(true)
        expect(decision.change.open).toBe(seats + waiting - people)
        expect(decision.change.open).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
