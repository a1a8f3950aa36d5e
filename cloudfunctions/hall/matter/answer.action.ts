import type { hallContract } from '../../../types/hall.contract'
import { tell } from '../../_kit/notices'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { checkText } from '../../_kit/text-check'
import { calendarsAlong } from '../calendar/calendar.store'
import { answering, confirming } from './answer.rule'
import { change, changeAsSeen } from './changing.store'
import { matterAlong } from './matter.store'
import { answeredNotices, officerNotices } from './matter-told.rule'
import { termsAlong, termsOf } from './sorting.action'

type Hall = typeof hallContract

/** How WeChat's text check counts a few words to the community. */
const commentScene = 2

/** The last step; who raised it and all who care are told. */
export const answerMatter: Action<Hall, 'answerMatter'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId), ...termsAlong(centreId)],
  async ({ matterId, text, photos, seen }, ask) => {
    const matter = await changeAsSeen(ask, seen, (known) =>
      answering(known, { text, photos }, termsOf(ask), ask),
    )
    if (isRefused(matter)) return matter
    await tell(answeredNotices(matter, ask.requestKey), ask.now)
    return { data: { confirmBy: matter.confirmBy }, target: matterId }
  },
)

/** Solved closes it, and the timer tells everybody; not solved hands it back to who answers for it. */
export const confirmMatter: Action<Hall, 'confirmMatter'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId), calendarsAlong(centreId)],
  async ({ matterId, solved, text }, ask) => {
    const refused = text === '' ? undefined : await checkText(ask.caller.openid, text, commentScene)
    if (refused) return refuse(refused)
    const { calendars } = termsOf(ask)
    const matter = await change(ask, (seen) => confirming(seen, { solved, text }, calendars, ask))
    if (isRefused(matter)) return matter
    if (!solved) await tell(officerNotices(matter, '提的人说还没解决', ask.requestKey), ask.now)
    return { data: { state: matter.state }, target: matterId }
  },
)
