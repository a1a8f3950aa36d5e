import type { OutputOf, RefusalOf } from '../../../types/common/contract'
import type { hallContract } from '../../../types/hall.contract'
import { transact } from '../../_kit/ask'
import { command as _ } from '../../_kit/cloud'
import { pageOf } from '../../_kit/page.rule'
import { seal, unseal } from '../../_kit/privacy'
import { type Outcome, refuse } from '../../_kit/refusal'
import { validUntil } from '../../_kit/rotating-code.rule'
import { type Action, along } from '../../_kit/serve'
import { holdersOf } from '../../community/community.door'
import { onOwnCase } from './case-step.store'
import { handedBack, invitationOf, invitationWindow, mostNotes, whyNotTaken } from './mediation.rule'
import {
  casesOf,
  changeMediation,
  contactOf,
  mediationAlong,
  mediationForUpdate,
  personForUpdate,
  untaken,
} from './mediation.store'
import { rowView } from './mediation.view'
import { newsOf, waitingNotices } from './mediation-told.rule'

type Hall = typeof hallContract
type Taken = Outcome<OutputOf<Hall, 'takeMediation'>, RefusalOf<Hall, 'takeMediation'>>

/** Those that wait for a mediator; what they are about is read by whoever takes one. */
export const mediationsToTake: Action<Hall, 'mediationsToTake'> = async ({ centreId, after }) => {
  const { rows, ...next } = pageOf(await untaken(centreId, after))
  return {
    data: { rows: rows.map(({ _id: mediationId, askedAt }) => ({ mediationId, askedAt })), ...next },
  }
}

/** Those the caller mediates, newest first. */
export const myCases: Action<Hall, 'myCases'> = async ({ centreId, after }, ask) => {
  const { rows, ...next } = pageOf(await casesOf(centreId, ask.caller.openid, after))
  return {
    data: { rows: rows.map((row) => ({ ...rowView(row, ''), followUpOn: row.followUpOn })), ...next },
  }
}

/** 我来调解: whoever is first has it. Nobody mediates between their own family and others. */
export const takeMediation: Action<Hall, 'takeMediation'> = ({ centreId, mediationId }, ask) =>
  transact(ask, async (transaction): Promise<Taken> => {
    const { resident } = ask.caller
    const found = await mediationForUpdate(transaction, centreId, mediationId)
    if (!found || !resident) return refuse('COMMON.NOT_FOUND')
    const parties = []
    for (const openid of found.people) {
      const party = await personForUpdate(transaction, openid)
      if (party) parties.push(party)
    }
    const why = whyNotTaken(found, resident, parties)
    if (why) return why
    const { _id: mediator, nameMasked: mediatorMasked } = resident
    const change = {
      fields: { state: 'underWay', mediator, mediatorMasked },
      counts: { taken: 1 },
      news: newsOf(found, mediator, ask.requestKey),
    }
    await changeMediation(transaction, found, change, ask.now)
    return { data: { mediationId }, target: mediationId }
  })

/** A mediator who knows one side, or leaves, makes room for a colleague, who reads what was noted so far. */
export const handBackMediation: Action<Hall, 'handBackMediation'> = async ({ mediationId }, ask) => {
  const { centreId, requestKey, caller } = ask
  const others = (await holdersOf(centreId, 'mediation.mediate')).filter((to) => to !== caller.openid)
  return onOwnCase(ask, mediationId, (found) =>
    found.state === 'underWay'
      ? { data: { mediationId }, ...handedBack, alsoTold: waitingNotices(found, others, requestKey) }
      : refuse('HALL.MEDIATION_OVER'),
  )
}

/** Name and phone of one party in full, for the mediator; the log keeps who looked, not what was seen. */
export const partyContact: Action<Hall, 'partyContact'> = along(
  ({ centreId, mediationId }) => [mediationAlong(centreId, mediationId)],
  async ({ mediationId, key }, ask) => {
    const found = ask.rows.mediations
    const party = found?.mediator === ask.caller.openid ? found.parties[key] : undefined
    const person = party && (await contactOf(party.who))
    if (!person) return refuse('COMMON.NOT_FOUND')
    const { nameSealed, phoneSealed } = person
    return { data: { name: unseal(nameSealed), phone: unseal(phoneSealed) }, target: mediationId }
  },
)

/** The code that lets the other side sit down, for the mediator to show. */
export const invitationCode: Action<Hall, 'invitationCode'> = along(
  ({ centreId, mediationId }) => [mediationAlong(centreId, mediationId)],
  async (_input, ask) => {
    const found = ask.rows.mediations
    if (found?.mediator !== ask.caller.openid) return refuse('COMMON.NOT_FOUND')
    if (found.state !== 'underWay') return refuse('HALL.MEDIATION_OVER')
    const code = invitationOf(found, ask.now)
    return { data: { code, validUntil: validUntil(ask.now, invitationWindow) } }
  },
)

/** What was said when they met. */
export const noteMediation: Action<Hall, 'noteMediation'> = ({ mediationId, at, place, notes }, ask) =>
  onOwnCase(ask, mediationId, ({ state, sessions }) => {
    if (state !== 'underWay') return refuse('HALL.MEDIATION_OVER')
    if (sessions.length >= mostNotes) return refuse('HALL.NOTES_FULL')
    const session = { key: ask.requestKey, at, placeSealed: seal(place), notesSealed: seal(notes) }
    return { data: { sessions: sessions.length + 1 }, fields: { sessions: _.push([session]) } }
  })

/** 调解不成: it ends, and the parties read where else they can turn. */
export const endMediation: Action<Hall, 'endMediation'> = ({ mediationId, reason }, ask) =>
  onOwnCase(ask, mediationId, ({ state }) =>
    state === 'underWay'
      ? {
          data: { mediationId },
          fields: { state: 'failed', endedBecauseSealed: seal(reason) },
          counts: { failed: 1 },
        }
      : refuse('HALL.MEDIATION_OVER'),
  )
