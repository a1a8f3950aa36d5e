import type { MatterDocument } from '../../cloudfunctions/_kit/documents/matters'
import { endOf } from '../../cloudfunctions/hall/matter/deadline.rule'
import { movingUp, refusing, sorting, whyNotStep } from '../../cloudfunctions/hall/matter/sorting.rule'
import type { ShanghaiDay } from '../../types/common/time'
import { people } from '../harness/town'
import { houseRules, procedureFor, raised, sorted, teller, terms } from './matter-rows'

const byStaff = teller(people.staff, { nameMasked: '李**' })
const toLi = { officer: people.staff, officerMasked: '李**' }
const end = (day: string) => endOf(day as ShanghaiDay)
const over: MatterDocument['state'][] = ['closed', 'withdrawn', 'refused']

describe('sorting (分办)', () => {
  test('gives a tier with its procedure, an officer and a day to answer by', () => {
    expect(sorting(raised(), { tier: 'fast', ...toLi }, terms, byStaff)).toMatchObject({
      fields: {
        state: 'underWay',
        tier: 'fast',
        procedure: procedureFor('fast'),
        done: ['assign'],
        ...toLi,
        dueAt: end('2026-12-08'),
        nextAt: end('2026-12-08'),
      },
      line: { kind: 'assign', text: '社区接办,快事快议,12月8日前答复', by: people.staff, internal: false },
      concerns: [people.staff],
    })
  })

  test('goes by what the centre set', () => {
    const own = { ...procedureFor('brief'), answerWithin: 1 }
    const rules = { ...houseRules, procedures: [own] }
    const move = sorting(raised(), { tier: 'brief', ...toLi }, { ...terms, rules }, byStaff)
    expect(move).toMatchObject({ fields: { procedure: own, dueAt: end('2026-12-02') } })
  })

  test.each([
    ...over.map((state) => [state, 'HALL.MATTER_OVER']),
    ['underWay', 'HALL.ALREADY_SORTED'],
    ['answered', 'HALL.ALREADY_SORTED'],
  ] as [MatterDocument['state'], string][])(
    'and not taking on are refused when it is %s: %s',
    (state, refused) => {
      expect(sorting({ state }, { tier: 'brief', ...toLi }, terms, byStaff)).toEqual({ refused })
      expect(refusing({ state }, '不归社区管', byStaff)).toEqual({ refused })
    },
  )
})

test('what is not taken on says why, and waits for nobody', () => {
  expect(refusing({ state: 'raised' }, '请打 12345', byStaff)).toMatchObject({
    fields: { state: 'refused', nextAt: 0 },
    line: { kind: 'refused', text: '没有受理:请打 12345' },
  })
})

describe('moving up', () => {
  test('keeps what was done and begins the term again', () => {
    const matter = sorted('fast', { done: ['assign', 'consult'], late: true })
    const up = { tier: 'assembly' as const, reason: '大家意见不一样' }
    const move = movingUp(matter, up, terms, byStaff)
    expect(move).toMatchObject({
      fields: {
        tier: 'assembly',
        procedure: procedureFor('assembly'),
        dueAt: end('2027-01-12'),
        late: false,
      },
      line: { kind: 'movedUp', text: '改用难事众议:大家意见不一样。1月12日前答复' },
    })
    expect(move).not.toHaveProperty('fields.done')
  })

  test.each<[string, MatterDocument, string]>([
    ['the same tier', sorted('fast'), 'HALL.ONLY_UP'],
    ['a lighter tier', sorted('assembly'), 'HALL.ONLY_UP'],
    ['nothing sorted', raised(), 'HALL.NOT_THIS_STEP'],
    ['something answered', sorted('brief', { state: 'answered' }), 'HALL.NOT_THIS_STEP'],
    ...over.map(
      (state) => [state, sorted('brief', { state }), 'HALL.MATTER_OVER'] as [string, MatterDocument, string],
    ),
  ])('is refused for %s', (_name, matter, refused) => {
    expect(movingUp(matter, { tier: 'fast', reason: '要快' }, terms, byStaff)).toEqual({ refused })
  })
})

describe('a step', () => {
  test('can be taken when it is the next one, and no other', () => {
    const matter = sorted('fast')
    expect(whyNotStep(matter, 'consult')).toBeUndefined()
    for (const step of ['assign', 'conclude', 'answer', 'meet'] as const) {
      expect(whyNotStep(matter, step)).toEqual({ refused: 'HALL.NOT_THIS_STEP' })
    }
  })

  test('can be taken while somebody works on the matter only', () => {
    expect(whyNotStep(raised(), 'assign')).toEqual({ refused: 'HALL.NOT_THIS_STEP' })
    expect(whyNotStep(sorted('brief', { state: 'answered' }), 'answer')).toEqual({
      refused: 'HALL.NOT_THIS_STEP',
    })
    for (const state of over) {
      expect(whyNotStep(sorted('brief', { state }), 'answer')).toEqual({ refused: 'HALL.MATTER_OVER' })
    }
  })
})
