import type { ResidentDocument } from '../../cloudfunctions/_kit/documents/community'
import type { MatterDocument, Procedure } from '../../cloudfunctions/_kit/documents/matters'
import { publishedYear } from '../../cloudfunctions/hall/calendar/published'
import type { Calendars } from '../../cloudfunctions/hall/calendar/working-day.rule'
import { newMatter, type Teller } from '../../cloudfunctions/hall/matter/matter.rule'
import { defaultProcedures } from '../../cloudfunctions/hall/matter/procedure.rule'
import { type Instant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { type Tier, tiers } from '../../types/hall.words'
import { centres, people } from '../harness/town'

/** Tuesday, the first of December 2026, at nine. */
export const morning = instantOf('2026-12-01' as ShanghaiDay, 9 * 60)
export const at = (day: string, minutes = 9 * 60): Instant => instantOf(day as ShanghaiDay, minutes)

const year = publishedYear(2026)
/** Working days as published for 2026; 2027 is what its weekdays say. */
export const calendars: Calendars = new Map(year ? [[2026, year]] : [])

export const houseRules = { procedures: defaultProcedures, confirmWithin: 5 }
export const terms = { rules: houseRules, calendars }

const resident = (who: string, nameMasked: string): ResidentDocument => ({
  _id: who,
  nameSealed: '',
  nameMasked,
  phoneSealed: '',
  phoneMasked: '',
  phoneHash: '',
  centreId: centres.jingui,
  membership: 'approved',
  rejectedBecause: '',
  building: '5栋',
  room: '2-301',
  householdId: 'house-1',
  roles: [],
  askedAt: morning,
  order: '',
})

/** Somebody who asks something now, with a request of their own. */
export const teller = (
  who: string = people.resident,
  { now = morning, requestKey = 'request-1', nameMasked = '王*明' } = {},
): Teller => ({ caller: { openid: who, resident: resident(who, nameMasked) }, now, requestKey })

/** The house's procedure of a tier. */
export const procedureFor = (tier: Tier): Procedure => {
  const found = defaultProcedures[tiers.indexOf(tier)]
  if (!found) throw new Error(`no procedure for ${tier}`)
  return found
}

/** 「路灯不亮」 as the resident raised it this morning. */
export const raised = (facts: Partial<MatterDocument> = {}): MatterDocument => ({
  ...newMatter(
    centres.jingui,
    { text: '5栋楼下的路灯不亮', place: '5栋楼下', photos: [] },
    {
      ...{ source: 'self', anonymous: false, by: people.resident, byMasked: '王*明' },
      ...{ forNameSealed: '', forPhoneSealed: '' },
    },
    teller(),
  ),
  ...facts,
})

/** The same, given to the staff in a tier. */
export const sorted = (tier: Tier, facts: Partial<MatterDocument> = {}): MatterDocument =>
  raised({
    state: 'underWay',
    ...{ tier, procedure: procedureFor(tier), done: ['assign'] },
    ...{ officer: people.staff, officerMasked: '李**' },
    ...facts,
  })
