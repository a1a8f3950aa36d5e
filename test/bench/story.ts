import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { communityContract } from '../../types/community.contract'
import { listsContract } from '../../types/lists.contract'
import { centres, people, type Town } from '../harness/town'

const data = join(__dirname, '..', '..', 'localcloud', 'demo', 'matching-dev')

const dayLength = 86_400_000

/** Imports a sheet's text as staff do: upload, preview, commit part by part. */
export const importText = async (
  town: Town,
  kind: 'need' | 'resource',
  name: string,
  text: string,
): Promise<number> => {
  const centreId = centres.jingui
  const fileId = await town.cloud.upload({ name, content: text }, people.staff)
  const preview = await town.done(
    listsContract,
    'previewImport',
    { centreId, kind, fileId, fileName: name },
    people.staff,
  )
  for (let part = 0; part < preview.parts; part += 1)
    await town.done(
      listsContract,
      'commitImport',
      { centreId, importId: preview.importId, part },
      people.staff,
    )
  return preview.good
}

/** The demo town's needs `times` over (the words of each copy differ by a number) and its resources once. */
export const fillJingui = async (town: Town, times: number): Promise<void> => {
  const needs = readFileSync(join(data, 'needs.jsonl'), 'utf8').trim().split('\n')
  await importText(town, 'resource', 'resources.jsonl', readFileSync(join(data, 'resources.jsonl'), 'utf8'))
  const copies = Array.from({ length: times }, (_, copy) =>
    needs.map((line) => {
      const need = JSON.parse(line) as { text: string }
      return JSON.stringify({ ...need, text: copy === 0 ? need.text : `${need.text}(${copy})` })
    }),
  ).flat()
  const most = 9_000
  for (let from = 0; from < copies.length; from += most)
    await importText(town, 'need', `needs-${from}.jsonl`, copies.slice(from, from + most).join('\n'))
}

/** One need is said, matched and published with the places given. */
export const publishOne = async (
  town: Town,
  places: { readonly cap: number; readonly waitCap: number },
): Promise<{ readonly projectId: string; readonly editionId: string }> => {
  const centreId = centres.jingui
  const { resourceId } = await town.done(
    listsContract,
    'addResource',
    {
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
      homeVisit: true,
    },
    people.staff,
  )
  const { needId } = await town.done(
    listsContract,
    'stateNeed',
    { centreId, text: '头发长了想剪', beneficiary: ['老人'], headcount: 1, mobilityImpaired: false },
    people.resident,
  )
  const { projectId } = await town.done(
    listsContract,
    'acceptMatch',
    { centreId, needId, resourceId },
    people.staff,
  )
  const startsAt = Date.now() + 10 * dayLength
  await town.done(
    listsContract,
    'editProject',
    {
      centreId,
      projectId,
      title: '义务理发',
      startsAt,
      endsAt: startsAt + dayLength / 8,
      closesAt: startsAt - dayLength / 2,
      place: '金桂社区一楼',
      ...places,
    },
    people.staff,
  )
  const { editionId } = await town.done(
    listsContract,
    'publishEdition',
    { centreId, month: '2026-12', projectIds: [projectId] },
    people.staff,
  )
  return { projectId, editionId }
}

/** Lets `count` new residents join 金桂; answers their openids. */
export const joinMany = async (town: Town, count: number): Promise<string[]> => {
  const openids = Array.from({ length: count }, (_, n) => `bench-${n}`)
  const crowd = 20
  for (let from = 0; from < count; from += crowd)
    await Promise.all(
      openids
        .slice(from, from + crowd)
        .map((openid, n) =>
          town.done(
            communityContract,
            'join',
            { centreId: centres.jingui, name: '邻居', building: '2', room: String(from + n + 100) },
            openid,
          ),
        ),
    )
  return openids
}
