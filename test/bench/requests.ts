import { communityContract } from '../../types/community.contract'
import { listsContract } from '../../types/lists.contract'
import { type Answer, centres, openTown, people, type Town } from '../harness/town'
import { type Figure, rounded } from './figures'
import { earnSome, pointsQuestions } from './points-story'
import { fillJingui, publishOne } from './story'

const centreId = centres.jingui

/** The actions people use every day, as asked in the town with one published project. */
const questions = (projectId: string): Record<string, (town: Town) => Promise<Answer<unknown>>> => ({
  'community.me': (town) => town.ask(communityContract, 'me', {}, people.resident),
  'community.applications': (town) => town.ask(communityContract, 'applications', { centreId }, people.staff),
  'community.households': (town) => town.ask(communityContract, 'households', { centreId }, people.staff),
  'lists.needs': (town) => town.ask(listsContract, 'needs', { centreId, state: 'open' }, people.staff),
  'lists.matchBoard': (town) =>
    town.ask(listsContract, 'matchBoard', { centreId, state: 'open' }, people.staff),
  'lists.resources': (town) => town.ask(listsContract, 'resources', { centreId }, people.staff),
  'lists.projects': (town) =>
    town.ask(listsContract, 'projects', { centreId, state: 'published' }, people.staff),
  'lists.edition': (town) => town.ask(listsContract, 'edition', { centreId }, people.resident),
  'lists.project': (town) => town.ask(listsContract, 'project', { centreId, projectId }, people.resident),
  'lists.myNeeds': (town) => town.ask(listsContract, 'myNeeds', { centreId }, people.resident),
  'lists.stateNeed (writes)': (town) =>
    town.ask(
      listsContract,
      'stateNeed',
      { centreId, text: '灯泡坏了够不着', beneficiary: ['老人'], headcount: 1, mobilityImpaired: false },
      people.resident,
    ),
  'lists.enrol (writes)': (town) =>
    town.ask(listsContract, 'enrol', { centreId, projectId }, people.resident),
  'lists.myEnrolments': (town) => town.ask(listsContract, 'myEnrolments', { centreId }, people.resident),
  'lists.cancelEnrolment (writes)': (town) =>
    town.ask(listsContract, 'cancelEnrolment', { centreId, projectId }, people.resident),
})

/** Database requests per action, and documents examined per document returned, as the data grow. */
export const requests = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const times of [1, 10, 100]) {
    const town = await openTown()
    try {
      const { projectId } = await publishOne(town, { cap: 20, waitCap: 10 })
      await fillJingui(town, times)
      const asked = { ...questions(projectId), ...pointsQuestions(await earnSome(town)) }
      for (const [what, question] of Object.entries(asked)) {
        const { reply, cost } = await question(town)
        if (!reply.ok) throw new Error(`${what}: ${reply.code}`)
        const ratio = rounded(cost.examined / Math.max(1, cost.returned))
        figures.push({
          bench: `requests ${times}×`,
          what,
          figure: `${cost.dbRequests} requests, examined/returned ${ratio}`,
          // a write reads the caller with what comes along as one document, so the ratio says nothing there
          beside: what.endsWith('(writes)') ? '≤ 4 requests' : '≤ 2 requests, ≤ 2',
        })
      }
    } finally {
      await town.cloud.stop()
    }
  }
  return figures
}
