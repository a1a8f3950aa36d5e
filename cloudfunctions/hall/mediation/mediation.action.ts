import { randomBytes } from 'node:crypto'
import { allows } from '../../../types/common/roles'
import type { hallContract } from '../../../types/hall.contract'
import { seal } from '../../_kit/privacy'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { checkText } from '../../_kit/text-check'
import { holdersOf } from '../../community/community.door'
import {
  claimedMediation,
  hasTooManyOpen,
  isInvitation,
  isOpen,
  joining,
  mediationIdOf,
  newMediation,
  partyKeyOf,
  roleIn,
  whyNotJoined,
} from './mediation.rule'
import {
  changeMediation,
  figuresAlong,
  insertMediation,
  mediationAlong,
  mediationForUpdate,
  mediationsOf,
  noFigures,
  openOnesOf,
  personForUpdate,
} from './mediation.store'
import { contentView, rowView } from './mediation.view'
import { newsOf, waitingNotices } from './mediation-told.rule'
import { privately } from './privately'

type Hall = typeof hallContract

const forumScene = 3

/** 申请调解. The other side learns of it only when the mediator invites them. */
export const askMediation: Action<Hall, 'askMediation'> = along(
  ({ centreId }, requestKey) => [mediationAlong(centreId, mediationIdOf(requestKey))],
  async ({ centreId, text, other }, ask) => {
    const { openid: who, resident } = ask.caller
    const mediationId = mediationIdOf(ask.requestKey)
    if (ask.rows.mediations) return { data: { mediationId }, recorded: true }
    if (hasTooManyOpen(await openOnesOf(who), who, mediationId)) return refuse('HALL.TOO_MANY_OPEN')
    const refused = await checkText(who, `${text}\n${other}`, forumScene)
    if (refused) return refuse(refused)
    const { requestKey } = ask
    const sealed = { textSealed: seal(text), otherSealed: seal(other) }
    const asked = { requestKey, centreId, who, nameMasked: resident?.nameMasked ?? '', ...sealed }
    const mediation = newMediation({ ...asked, seed: randomBytes(24).toString('base64') }, ask.now)
    const mediators = await holdersOf(centreId, 'mediation.mediate')
    return privately(async (transaction) => {
      await insertMediation(transaction, mediation, waitingNotices(mediation, mediators, requestKey))
      return { data: { mediationId } }
    })
  },
)

/** Those the caller is a party of. */
export const myMediations: Action<Hall, 'myMediations'> = async ({ centreId }, ask) => {
  const { openid } = ask.caller
  const rows = await mediationsOf(centreId, openid)
  return { data: { rows: rows.map((row) => rowView(row, partyKeyOf(row._id, openid))) } }
}

/** Everything said in one; whoever is neither a party nor its mediator hears that there is none. */
export const mediation: Action<Hall, 'mediation'> = along(
  ({ centreId, mediationId }) => [mediationAlong(centreId, mediationId)],
  async ({ centreId }, ask) => {
    const { openid, resident } = ask.caller
    const found = ask.rows.mediations
    const mayMediate = allows(resident?.roles ?? [], 'mediation.mediate', centreId)
    const role = found && roleIn(found, openid, mayMediate)
    if (!role) return refuse('COMMON.NOT_FOUND')
    return { data: contentView(found, role === 'party' ? partyKeyOf(found._id, openid) : '') }
  },
)

/** 不调了: any party may end it; nobody is made to go on. */
export const withdrawMediation: Action<Hall, 'withdrawMediation'> = ({ centreId, mediationId }, ask) =>
  privately(async (transaction) => {
    const { openid } = ask.caller
    const found = await mediationForUpdate(transaction, centreId, mediationId)
    if (!found || roleIn(found, openid, false) !== 'party') return refuse('COMMON.NOT_FOUND')
    const done = { data: { mediationId } }
    if (found.endedIn === ask.requestKey) return done
    if (!isOpen(found)) return refuse('HALL.MEDIATION_OVER')
    const change = {
      fields: { state: 'withdrawn', endedIn: ask.requestKey },
      counts: { withdrawn: 1 },
      news: newsOf(found, openid, ask.requestKey),
    }
    await changeMediation(transaction, found, change, ask.now)
    return done
  })

/** Sits down at the table by the code the mediator shows. Whoever sits there already stays. */
export const joinMediation: Action<Hall, 'joinMediation'> = ({ centreId, code }, ask) =>
  privately(async (transaction) => {
    const { openid, resident } = ask.caller
    const mediationId = claimedMediation(code)
    const found =
      mediationId === '' ? undefined : await mediationForUpdate(transaction, centreId, mediationId)
    if (!found || !resident) return refuse('HALL.BAD_CODE')
    const done = { data: { mediationId } }
    if (roleIn(found, openid, false) === 'party') return done
    if (!isInvitation(code, found, ask.now)) return refuse('HALL.BAD_CODE')
    const mediator = await personForUpdate(transaction, found.mediator)
    const why = whyNotJoined(found, resident, mediator)
    if (why) return why
    const change = {
      fields: {
        [`parties.${partyKeyOf(mediationId, openid)}`]: joining(openid, resident.nameMasked),
        people: [...found.people, openid],
      },
      news: newsOf(found, openid, ask.requestKey),
    }
    await changeMediation(transaction, found, change, ask.now)
    return done
  })

/** 调解件数 of a month, by when they were asked for. */
export const mediationFigures: Action<Hall, 'mediationFigures'> = along(
  ({ centreId, month }) => [figuresAlong(centreId, month)],
  async (_input, ask) => ({ data: ask.rows.mediationFigures ?? noFigures }),
)
