import { randomUUID } from 'node:crypto'
import { listsContract } from '../../types/lists.contract'
import { centres, openTown, people } from '../harness/town'
import type { Figure } from './figures'
import { joinMany, publishOne } from './story'

const crowd = 200
const cap = 50
const waitCap = 20

/** 200 residents tap 报名 for 50 places in the same moment; the other figures are what must come out. */
export const burst = async (): Promise<Figure[]> => {
  const town = await openTown()
  try {
    const { projectId } = await publishOne(town, { cap, waitCap })
    const crowdIds = await joinMany(town, crowd)
    const answers = await Promise.all(
      crowdIds.map((openid) =>
        town.ask(listsContract, 'enrol', { centreId: centres.jingui, projectId }, openid, {
          requestId: randomUUID(),
        }),
      ),
    )
    const count = (code: string) =>
      answers.filter(({ reply }) => (reply.ok ? reply.data.state === code : reply.code === code)).length
    const list = await town.done(
      listsContract,
      'enrolments',
      { centreId: centres.jingui, projectId },
      people.staff,
    )
    const seats = count('seat')
    const waiting = count('waiting')
    const full = count('LISTS.FULL')
    return [
      { bench: 'burst', what: 'taps that got a seat', figure: seats, beside: cap },
      { bench: 'burst', what: 'taps put on the waiting list', figure: waiting, beside: waitCap },
      { bench: 'burst', what: 'taps told it is full', figure: full, beside: crowd - cap - waitCap },
      {
        bench: 'burst',
        what: 'taps answered anything else',
        figure: crowd - seats - waiting - full,
        beside: 0,
      },
      { bench: 'burst', what: 'people in the list', figure: list.rows.length, beside: cap + waitCap },
    ]
  } finally {
    await town.cloud.stop()
  }
}
