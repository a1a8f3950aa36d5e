import { asInstant } from '../../types/common/time'
import type { ResidentDocument } from '../_kit/documents/community'

/** Somebody the deployment knows nothing of yet, except what `facts` say. */
export const newResident = (openid: string, facts: Partial<ResidentDocument>): ResidentDocument => ({
  nameSealed: '',
  nameMasked: '',
  phoneSealed: '',
  phoneMasked: '',
  phoneHash: '',
  centreId: '',
  membership: 'none',
  rejectedBecause: '',
  building: '',
  room: '',
  householdId: '',
  roles: [],
  askedAt: asInstant(0),
  order: '',
  ...facts,
  _id: openid,
})
