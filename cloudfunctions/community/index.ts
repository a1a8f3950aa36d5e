import { communityContract } from '../../types/community.contract'
import { sendWaitingNotices } from '../_kit/notices'
import { serve } from '../_kit/serve'
import { deleteMyAccount, exportMyData } from './account.action'
import * as appointment from './appointment.action'
import * as centre from './centre.action'
import { startDeployment } from './deployment.action'
import * as household from './household.action'
import { applications, decideApplication, join } from './membership.action'
import { findByPhone, me, revealPhone } from './person.action'
import * as record from './record.action'

/** Room `community`: the tree of centres, residents and households, roles, audit log, notices. */
export const main = serve(
  communityContract,
  {
    me,
    centres: centre.centres,
    centre: centre.centre,
    startDeployment,
    createCentre: centre.createCentre,
    editCentre: centre.editCentre,
    join,
    applications,
    decideApplication,
    exportMyData,
    deleteMyAccount,
    households: household.households,
    household: household.household,
    myHousehold: household.myHousehold,
    revealPhone,
    findByPhone,
    roleHolders: appointment.roleHolders,
    appoint: appointment.appoint,
    dismiss: appointment.dismiss,
    auditLog: record.auditLog,
    notices: record.notices,
    readNotices: record.readNotices,
  },
  { sendNotices: sendWaitingNotices },
)
