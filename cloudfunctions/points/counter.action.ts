import type { pointsContract } from '../../types/points.contract'
import type { Ask } from '../_kit/ask'
import type { RedemptionDocument } from '../_kit/documents/points'
import { uploadFile } from '../_kit/files'
import { idOf } from '../_kit/ids'
import { pageOf } from '../_kit/page.rule'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { counterLines, counterTitle } from './counter.rule'
import { counterSheetFile } from './counter.sheet'
import { isOwn } from './log.rule'
import { whyNotFulfil } from './redemption.rule'
import {
  type Ending,
  heldRedemptions,
  markSettled,
  redemptionByCode,
  redemptionById,
} from './redemption.store'
import { counterView } from './redemption.view'
import { endOnce } from './settling.store'

type Points = typeof pointsContract

/** More than ever wait at one counter. */
const longestSheet = 1000

/** 核销 begins here: by the digits, or by the QR code that holds them. */
export const findRedemption: Action<Points, 'findRedemption'> = async ({ centreId, code }, { now }) => {
  const found = await redemptionByCode(centreId, code)
  if (!found) return refuse('POINTS.BAD_CODE')
  const refused = whyNotFulfil(found, now)
  if (refused) return refuse(refused.refused === 'POINTS.LAPSED' ? 'POINTS.LAPSED' : 'POINTS.BAD_CODE')
  return { data: counterView(found) }
}

export const counterList: Action<Points, 'counterList'> = async ({ centreId, after }) => {
  const { rows, next } = pageOf(await heldRedemptions(centreId, after))
  return { data: { rows: rows.map(counterView), ...(next && { next }) } }
}

export const counterSheet: Action<Points, 'counterSheet'> = along(
  ({ centreId }) => [{ from: 'centres', id: centreId }],
  async ({ centreId }, { rows: { centres: centre }, now, requestKey }) => {
    const held = await heldRedemptions(centreId, undefined, longestSheet)

    const content = await counterSheetFile(counterTitle(centre?.name ?? '', now), counterLines(held, now))
    const file = await uploadFile(`points/counter/${idOf(requestKey)}.xlsx`, content)

    return { data: { ...file, rows: held.length }, target: file.fileId }
  },
)

const endingOf = (ask: Ask, state: Ending['state']): Ending => ({
  state,
  endedAt: ask.now,
  handedBy: ask.caller.openid,
  handedByMasked: ask.caller.resident?.nameMasked ?? '',
  endedIn: ask.requestKey,
})

/** Nobody hands out, or declares missing, what their own household redeemed. */
const isOwnHeld = (ask: Ask, { state, passbookId: _id, centreId, building, room }: RedemptionDocument) =>
  state === 'held' && isOwn(ask.caller.resident, { _id, centreId, building, room })

/** The redemption row says who handed it out and when, so the audit log needs no row. */
export const fulfil: Action<Points, 'fulfil'> = along(
  ({ redemptionId }) => [{ from: 'redemptions', id: redemptionId }],
  async ({ centreId, redemptionId }, ask) => {
    const seen = ask.rows.redemptions
    if (seen?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    if (isOwnHeld(ask, seen)) return refuse('POINTS.OWN_HOUSEHOLD')
    const done = await endOnce(seen, endingOf(ask, 'done'), ask.now)
    if (!done) {
      const now = await redemptionById(redemptionId)
      return (now && whyNotFulfil(now, ask.now)) ?? refuse('POINTS.NOT_HELD')
    }
    if (!done.settled) await markSettled([redemptionId])
    return { data: { redemptionId }, target: redemptionId, recorded: true }
  },
)

/** 柜台缺货: points back at once, and the missing pieces off the books. */
export const fulfilShort: Action<Points, 'fulfilShort'> = along(
  ({ redemptionId }) => [{ from: 'redemptions', id: redemptionId }],
  async ({ centreId, redemptionId }, ask) => {
    const seen = ask.rows.redemptions
    if (seen?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    if (isOwnHeld(ask, seen)) return refuse('POINTS.OWN_HOUSEHOLD')
    const short = await endOnce(seen, endingOf(ask, 'short'))
    if (!short) return refuse('POINTS.NOT_HELD')
    return { data: { redemptionId, points: short.points }, target: redemptionId, recorded: true }
  },
)
