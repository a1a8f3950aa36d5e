import { join } from 'node:path'
import type { FrontDoor } from '../front-door'
import { act, cast, centres, residentId } from './cast'
import { yinxingResidents } from './residents'

const centreId = centres.yinxing
const staff = cast.staffYinxing
/** Matches accepted, and needs nobody can serve put on the list of gaps. */
const accepted = 14
const gaps = 3
/** The service that has more people than seats: a course, if there is one. */
const wanted = /课|班/
const fewSeats = 4
const later = 7 * 86_400_000
const chinaOffset = 8 * 3_600_000

interface BoardRow {
  readonly need: { readonly id: string }
  readonly suggestions: readonly { readonly resourceId: string; readonly verdict: string }[]
}

interface Project {
  readonly id: string
  readonly title: string
  readonly startsAt: number
  readonly endsAt: number
  readonly closesAt: number
  readonly place: string
  readonly cap: number
  readonly waitCap: number
}

const staffAct = <Answer>(door: FrontDoor, step: string, action: string, input: object): Promise<Answer> =>
  act(door, `yinxing-${step}`, staff, ['lists', action], { centreId, ...input }) as Promise<Answer>

const importSheet = async (door: FrontDoor, kind: 'need' | 'resource', fileName: string): Promise<void> => {
  const fileId = await door.upload(staff, join(__dirname, 'matching-dev', fileName))
  const { importId, parts } = await staffAct<{ importId: string; parts: number }>(
    door,
    `preview-${kind}`,
    'previewImport',
    { kind, fileId, fileName },
  )
  for (let part = 0; part < parts; part += 1) {
    await staffAct(door, `commit-${kind}-${part}`, 'commitImport', { importId, part })
  }
}

const board = async (door: FrontDoor): Promise<BoardRow[]> => {
  const rows: BoardRow[] = []
  let after: string | undefined
  do {
    const page = await staffAct<{ rows: BoardRow[]; next?: string }>(door, 'board', 'matchBoard', {
      state: 'open',
      ...(after && { after }),
    })
    rows.push(...page.rows)
    after = page.next
  } while (after && rows.length < 5 * accepted)
  return rows
}

const match = async (door: FrontDoor): Promise<void> => {
  const rows = await board(door)
  const fitting = rows.filter((row) => row.suggestions[0]?.verdict === 'fits')
  for (const [index, row] of fitting.slice(0, accepted).entries()) {
    await staffAct(door, `accept-${index}`, 'acceptMatch', {
      needId: row.need.id,
      resourceId: row.suggestions[0]?.resourceId,
    })
  }
  const unserved = rows.filter((row) => row.suggestions.length === 0)
  for (const [index, row] of unserved.slice(0, gaps).entries()) {
    await staffAct(door, `gap-${index}`, 'markGap', { needId: row.need.id })
  }
}

/** The month in China at a moment, `YYYY-MM`. */
const monthOf = (at: number): string => new Date(at + chinaOffset).toISOString().slice(0, 7)

const publish = async (door: FrontDoor): Promise<void> => {
  const { rows } = await staffAct<{ rows: Project[] }>(door, 'drafts', 'projects', { state: 'draft' })
  if (rows.length === 0) return // a play begun again: it is published
  const full = rows.find(({ title }) => wanted.test(title)) ?? rows[0]
  for (const project of rows) {
    // a week later than proposed, so that the demo stays open a while
    const { title, place, waitCap } = project
    await staffAct(door, `edit-${project.id}`, 'editProject', {
      projectId: project.id,
      title,
      place: place || '银杏社区二楼活动室',
      startsAt: project.startsAt + later,
      endsAt: project.endsAt + later,
      closesAt: project.closesAt + later,
      cap: project === full ? fewSeats : project.cap,
      waitCap,
    })
  }
  const projectIds = rows.map(({ id }) => id)
  const month = monthOf((rows[0]?.startsAt ?? 0) + later)
  await staffAct(door, 'publish', 'publishEdition', { month, projectIds })
}

const enrol = async (door: FrontDoor): Promise<void> => {
  const { rows } = await staffAct<{ rows: Project[] }>(door, 'published', 'edition', {})
  const full = rows.find(({ cap }) => cap === fewSeats)
  const others = rows.filter((project) => project !== full)
  for (const [index, [key]] of yinxingResidents.entries()) {
    // everybody wants the one with few seats, so that somebody waits; and each one other thing
    const other = others[index % Math.max(1, others.length)]
    for (const [which, project] of [
      ['full', full],
      ['other', other],
    ] as const) {
      if (!project) continue
      const input = { centreId, projectId: project.id }
      await act(door, `enrol-${key}-${which}`, residentId(key), ['lists', 'enrol'], input)
    }
  }
}

/** 银杏社区 imports its survey and its units' offers, matches, publishes edition 1, and residents sign up. */
export const playLists = async (door: FrontDoor): Promise<void> => {
  await importSheet(door, 'resource', 'resources.jsonl')
  await importSheet(door, 'need', 'needs.jsonl')
  await match(door)
  await publish(door)
  await enrol(door)
}
