import { pointsContract } from '../../types/points.contract'
import { serve } from '../_kit/serve'
import { checkIn, checkOut, shiftCode } from './check-in.action'
import { findPassbook, myCode, readCode } from './code.action'
import { counterList, counterSheet, findRedemption, fulfil, fulfilShort } from './counter.action'
import { earningItems, saveEarningItem } from './earning-item.action'
import { mergePassbooks, moveOut, splitPassbook } from './household.action'
import { logMany, logPoints } from './log.action'
import { decideObjection, object, objections, publicNotice } from './notice.action'
import { myPassbook, passbook, passbooks, setHidden, setMaySpend } from './passbook.action'
import { decideLog, pendingLogs } from './pending-log.action'
import { honourRoll, reconciliations } from './reconciliation.action'
import { cancelRedemption, myRedemptions, redeem } from './redemption.action'
import { reverseJournal } from './reversal.action'
import { saveSettings, settings } from './settings.action'
import { saveShelfItem, shelf, shelfOfStaff, stockCount, stockIn } from './shelf.action'
import { addShifts, cancelShift, leaveShift, shift, shifts, takeShift } from './shift.action'
import { confirmShift } from './shift-confirmation.action'
import { saveSponsor, sponsorStory, sponsors } from './sponsor.action'
import { exportStatement } from './statement.action'
import { tick } from './tick.timer'

/** The cloud function of room `points`: 积分存折 and 党群服务超市. */
export const main = serve(
  pointsContract,
  {
    myPassbook,
    passbooks,
    passbook,
    exportStatement,
    setMaySpend,
    setHidden,
    reverseJournal,
    mergePassbooks,
    splitPassbook,
    moveOut,
    reconciliations,
    honourRoll,
    settings,
    saveSettings,
    earningItems,
    saveEarningItem,
    myCode,
    readCode,
    findPassbook,
    logPoints,
    logMany,
    pendingLogs,
    decideLog,
    publicNotice,
    object,
    objections,
    decideObjection,
    shifts,
    addShifts,
    cancelShift,
    takeShift,
    leaveShift,
    shiftCode,
    checkIn,
    checkOut,
    shift,
    confirmShift,
    shelf,
    shelfOfStaff,
    saveShelfItem,
    stockIn,
    stockCount,
    redeem,
    myRedemptions,
    cancelRedemption,
    findRedemption,
    counterList,
    counterSheet,
    fulfil,
    fulfilShort,
    sponsors,
    saveSponsor,
    sponsorStory,
  },
  { tick },
)
