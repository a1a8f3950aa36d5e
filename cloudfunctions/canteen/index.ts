import { canteenContract } from '../../types/canteen.contract'
import { serve } from '../_kit/serve'
import { account, accountOfStaff, payOut, reverseTopUp, topUp } from './account.action'
import { bills } from './bill.action'
import { canteenOfStaff, canteens, saveCanteen } from './canteen.action'
import { stopContact, tickStop } from './delivery.action'
import { dinerCode, joinDiner, leaveDiner, myDiners, registerDiner, saveDiet } from './diner.action'
import { evaluateMeal } from './evaluation.action'
import { figures } from './figures.action'
import { kitchen, kitchenSheet, markServed, saveLeftOver } from './kitchen.action'
import { cancelMenu, copyWeek, menus, menusOfStaff, publishMenus, saveMenu } from './menu.action'
import { mealReconciliations, monthSheet } from './month-sheet.action'
import { offer, ordersToTake } from './offer.action'
import { cancelOrder, placeOrders } from './order.action'
import { addLate, orderForMany } from './order-for-others.action'
import { addDiner, decideDiner, diner, dinerPersonal, diners, saveDiner } from './roster.action'
import { leaveRoute, moveStops, routes, takeRoute } from './route.action'
import { pauseStanding, resumeStanding, saveStanding, standing } from './standing.action'
import { saveSubsidyRule, subsidyRules } from './subsidy.action'
import { tick } from './tick.timer'
import { voidOrder } from './voiding.action'
import { answerWelfareCheck, noteWelfareCheck, welfareChecks, welfareContact } from './welfare.action'

/** The cloud function of room `canteen`: 长者食堂. */
export const main = serve(
  canteenContract,
  {
    account,
    accountOfStaff,
    topUp,
    payOut,
    reverseTopUp,
    bills,
    canteens,
    canteenOfStaff,
    saveCanteen,
    tickStop,
    stopContact,
    myDiners,
    registerDiner,
    dinerCode,
    joinDiner,
    leaveDiner,
    saveDiet,
    evaluateMeal,
    figures,
    kitchen,
    kitchenSheet,
    markServed,
    saveLeftOver,
    menus,
    menusOfStaff,
    saveMenu,
    copyWeek,
    publishMenus,
    cancelMenu,
    monthSheet,
    mealReconciliations,
    offer,
    ordersToTake,
    orderForMany,
    addLate,
    placeOrders,
    cancelOrder,
    diners,
    diner,
    dinerPersonal,
    addDiner,
    decideDiner,
    saveDiner,
    routes,
    moveStops,
    takeRoute,
    leaveRoute,
    standing,
    saveStanding,
    pauseStanding,
    resumeStanding,
    subsidyRules,
    saveSubsidyRule,
    voidOrder,
    welfareChecks,
    welfareContact,
    noteWelfareCheck,
    answerWelfareCheck,
  },
  { tick },
)
