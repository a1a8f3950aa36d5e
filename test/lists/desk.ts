import { randomUUID } from 'node:crypto'
import type { InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import { listsContract } from '../../types/lists.contract'
import { centres, people, type Town } from '../harness/town'

/** What the staff of 金桂社区 and its residents do again and again in the tests of this room. */

export const centreId = centres.jingui
const hour = 3_600_000
const day = 24 * hour

type Lists = typeof listsContract

/** A need as a form says it. */
export const wish = {
  text: '头发长了想剪',
  beneficiary: ['老人' as const],
  headcount: 1,
  mobilityImpaired: false,
}

/** A resource as a form says it. */
export const haircut: InputOf<Lists, 'addResource'> = {
  centreId,
  unit: '红剪刀队',
  title: '义务理发',
  description: '给老人和行动不便的居民剪头发。',
  categories: ['邻里互助'],
  audience: ['全体居民'],
  weekdays: [6, 7],
  hours: '09:00-11:30',
  capacityPerSession: 20,
  sessionsPerMonth: 4,
  homeVisit: false,
  contact: '陈师傅 13812341234',
}

/** The desk of a town: short ways for what tests are not about. */
export const deskOf = (town: Town) => {
  const { staff, resident } = people
  const desk = {
    stateNeed: async (text = wish.text, by: string = resident) =>
      (await town.done(listsContract, 'stateNeed', { centreId, ...wish, text }, by)).needId,
    addResource: async (differences: Partial<typeof haircut> = {}) =>
      (await town.done(listsContract, 'addResource', { ...haircut, ...differences }, staff)).resourceId,
    counts: async () =>
      (await town.done(listsContract, 'matchBoard', { centreId, state: 'gap' }, staff)).counts,
    accept: (needId: string, resourceId: string) =>
      town.done(listsContract, 'acceptMatch', { centreId, needId, resourceId }, staff),
    /** A draft project of its own, ten days ahead. */
    draft: async (
      places: { readonly cap: number; readonly waitCap: number } = { cap: 20, waitCap: 10 },
      title = '义务理发',
    ): Promise<string> => {
      const resourceId = await desk.addResource({ title })
      const { projectId } = await desk.accept(await desk.stateNeed(), resourceId)
      await desk.edit(projectId, { title, ...places })
      return projectId
    },
    edit: async (projectId: string, differences: Partial<InputOf<Lists, 'editProject'>> = {}) => {
      const startsAt = Math.floor(Date.now() / day) * day + 10 * day
      const { reply } = await town.ask(
        listsContract,
        'editProject',
        {
          centreId,
          projectId,
          title: '义务理发',
          startsAt,
          endsAt: startsAt + 3 * hour,
          closesAt: startsAt - 12 * hour,
          place: '活动室',
          cap: 20,
          waitCap: 10,
          ...differences,
        },
        staff,
      )
      return reply
    },
    publish: (projectIds: string[], requestId: string = randomUUID()) =>
      town.ask(listsContract, 'publishEdition', { centreId, month: '2026-12', projectIds }, staff, {
        requestId,
      }),
    /** A published project with these places. */
    published: async (places?: { readonly cap: number; readonly waitCap: number }): Promise<string> => {
      const projectId = await desk.draft(places)
      const { reply } = await desk.publish([projectId])
      if (!reply.ok) throw new Error(reply.code)
      return projectId
    },
    enrol: (projectId: string, openid: string, requestId: string = randomUUID()) =>
      town.ask(listsContract, 'enrol', { centreId, projectId }, openid, { requestId }),
    cancel: (projectId: string, openid: string, requestId: string = randomUUID()) =>
      town.ask(listsContract, 'cancelEnrolment', { centreId, projectId }, openid, { requestId }),
    people: async (projectId: string) =>
      (await town.done(listsContract, 'enrolments', { centreId, projectId }, staff)).rows,
    project: (projectId: string, openid: string = people.stranger) =>
      town.done(listsContract, 'project', { centreId, projectId }, openid),
    needState: async (needId: string, by: string = resident) => {
      const { rows } = await town.done(listsContract, 'myNeeds', { centreId }, by)
      return rows.find(({ id }) => id === needId)?.state
    },
    notices: async (openid: string) =>
      (await town.done(communityContract, 'notices', {}, openid)).rows.map(({ title }) => title),
    /** Lets residents join, a few at once. */
    crowd: async (name: string, count: number): Promise<string[]> => {
      const openids = Array.from({ length: count }, (_, n) => `${name}-${n}`)
      for (let from = 0; from < count; from += 20) {
        await Promise.all(
          openids
            .slice(from, from + 20)
            .map((openid, n) =>
              town.done(
                communityContract,
                'join',
                { centreId, name: `邻居${from + n}`, building: '9', room: `${from + n}` },
                openid,
              ),
            ),
        )
      }
      return openids
    },
    /** Uploads a file and asks for its preview. */
    preview: async (kind: 'need' | 'resource', name: string, content: Buffer | string) =>
      town.ask(
        listsContract,
        'previewImport',
        { centreId, kind, fileId: await town.cloud.upload({ name, content }, staff), fileName: name },
        staff,
      ),
    commit: (
      importId: string,
      part = 0,
      requestId: string = randomUUID(),
      headers?: Record<string, string>,
    ) =>
      town.ask(listsContract, 'commitImport', { centreId, importId, part }, staff, {
        requestId,
        ...(headers && { headers }),
      }),
  }
  return desk
}
