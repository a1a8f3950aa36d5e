import type { hallContract } from '../../../types/hall.contract'
import type { Ask } from '../../_kit/ask'
import { pageOf } from '../../_kit/page.rule'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { calendarsAlong, calendarsOf } from '../calendar/calendar.store'
import { storyLine } from '../matter/story.rule'
import {
  addLine,
  escalatedPage,
  problemAlong,
  problemById,
  problemPage,
  problemsOfRaiser,
} from './problem.store'
import { problemRow, problemStory, raisersProblem } from './problem.view'
import { escalatedLevelsOf } from './problem-due.rule'
import { figureOf } from './problem-figure.store'

type Hall = typeof hallContract

const calendarsFor = ({ lists, now }: Ask) => calendarsOf(lists.calendars ?? [], now)

export const problems: Action<Hall, 'problems'> = along(
  ({ centreId }) => [calendarsAlong(centreId)],
  async ({ centreId, state, after }, ask) => {
    const { rows, ...next } = pageOf(await problemPage(centreId, state, after))
    const calendars = calendarsFor(ask)
    return { data: { rows: rows.map((row) => problemRow(row, calendars, ask.now)), ...next } }
  },
)

export const problem: Action<Hall, 'problem'> = along(
  ({ centreId, problemId }) => [problemAlong(centreId, problemId), calendarsAlong(centreId)],
  async (_input, ask) => {
    const found = ask.rows.problems
    return found ? { data: problemStory(found, calendarsFor(ask), ask.now) } : refuse('COMMON.NOT_FOUND')
  },
)

export const myProblems: Action<Hall, 'myProblems'> = along(
  ({ centreId }) => [calendarsAlong(centreId)],
  async ({ centreId, after }, ask) => {
    const { rows, ...next } = pageOf(await problemsOfRaiser(centreId, ask.caller.openid, after))
    const calendars = calendarsFor(ask)
    return { data: { rows: rows.map((row) => raisersProblem(row, calendars, ask.now)), ...next } }
  },
)

export const escalatedProblems: Action<Hall, 'escalatedProblems'> = along(
  ({ centreId }) => [calendarsAlong(centreId)],
  async ({ centreId, after }, ask) => {
    const { rows, ...next } = pageOf(await escalatedPage(centreId, escalatedLevelsOf(centreId), after))
    const calendars = calendarsFor(ask)
    return { data: { rows: rows.map((row) => problemStory(row, calendars, ask.now)), ...next } }
  },
)

/** Writes down how it goes; the deadline stays. */
export const noteProblem: Action<Hall, 'noteProblem'> = along(
  ({ centreId, problemId }) => [problemAlong(centreId, problemId)],
  async ({ centreId, problemId, text }, ask) => {
    const seen = ask.rows.problems
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const isNew = await addLine(seen, storyLine(ask, { kind: 'noted', text }))
    if (isNew) return { data: { lines: seen.story.length + 1 }, target: problemId }
    const found = await problemById(centreId, problemId)
    return found?.story.some(({ key }) => key === ask.requestKey)
      ? { data: { lines: found.story.length }, target: problemId }
      : refuse('HALL.PROBLEM_OVER')
  },
)

const none = { opened: 0, done: 0, struckOff: 0, overdue: 0 }

export const closeOut: Action<Hall, 'closeOut'> = async ({ centreId, month }) => {
  const figure = (await figureOf(centreId, month)) ?? { ...none, units: {} }
  const shown = ({ opened, done, struckOff, overdue }: typeof none) => ({
    ...{ opened, done, struckOff, overdue },
    due: opened - done - struckOff,
  })
  const units = Object.values(figure.units).map(({ unit, ...count }) => ({ unit, ...shown(count) }))
  return {
    data: {
      ...shown(figure),
      units: units.toSorted((a, b) => b.opened - a.opened || (a.unit < b.unit ? -1 : 1)),
    },
  }
}
