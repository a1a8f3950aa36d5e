import { hallContract } from '../../types/hall.contract'
import { serve } from '../_kit/serve'
import {
  ballotOfStaff,
  ballots,
  ballotsOfStaff,
  cancelBallot,
  openBallot,
  recountBallot,
  saveBallot,
} from './ballot/ballot.action'
import { enterPaperVote } from './ballot/paper.action'
import { recordProxy } from './ballot/proxy.action'
import { clearRoll, fillRoll, roll, saveRollRows } from './ballot/roll.action'
import { ballot, castVote } from './ballot/vote.action'
import { saveCalendar, workingCalendar } from './calendar/calendar.action'
import { answerMatter, confirmMatter } from './matter/answer.action'
import { hallPeople, matter, matterOfStaff, matters, mattersOfStaff, myMatters } from './matter/matter.action'
import { procedures, saveProcedures } from './matter/procedure.action'
import { backMatter, enterMatter, raiseMatter, similarMatters, withdrawMatter } from './matter/raising.action'
import {
  moderateMatter,
  moveUpMatter,
  raiserContact,
  refuseMatter,
  triageMatter,
} from './matter/sorting.action'
import { askOpinions, giveOpinion, takeStep } from './matter/step.action'
import {
  askMediation,
  joinMediation,
  mediation,
  mediationFigures,
  myMediations,
  withdrawMediation,
} from './mediation/mediation.action'
import { confirmAgreement, followUpMediation, proposeAgreement } from './mediation/mediation-agreement.action'
import {
  endMediation,
  handBackMediation,
  invitationCode,
  mediationsToTake,
  myCases,
  noteMediation,
  partyContact,
  takeMediation,
} from './mediation/mediation-case.action'
import { confirmProblem, extendProblem, finishProblem, strikeOff } from './problem/closing.action'
import { openProblem } from './problem/opening.action'
import {
  closeOut,
  escalatedProblems,
  myProblems,
  noteProblem,
  problem,
  problems,
} from './problem/problem.action'
import { answerQuestion, askerContact, listQuestion, writeInQuestion } from './reception/question.action'
import {
  cancelReceptionDay,
  closeReceptionDay,
  receptionDayOfStaff,
  receptionDaysOfStaff,
} from './reception/reception-day.action'
import { receptionRules, saveReceptionRule } from './reception/reception-rule.action'
import { bookSlot, cancelSlot, myQuestions, receptionDays } from './reception/slot.action'
import { saveSession, session, sessionOfStaff, sessions, sessionsOfStaff } from './session/session.action'
import {
  addParty,
  checkInToSession,
  markPresent,
  rsvp,
  sessionCode,
} from './session/session-attending.action'
import { announceSession, cancelSession } from './session/session-calling.action'
import { closeSession, saveMinutes, saveSessionFiles } from './session/session-minutes.action'
import { tick } from './tick.timer'

/** The cloud function of room `hall`: 议事厅. */
export const main = serve(
  hallContract,
  {
    ballots,
    ballotsOfStaff,
    ballotOfStaff,
    saveBallot,
    openBallot,
    cancelBallot,
    recountBallot,
    enterPaperVote,
    recordProxy,
    fillRoll,
    saveRollRows,
    clearRoll,
    roll,
    ballot,
    castVote,
    workingCalendar,
    saveCalendar,
    answerMatter,
    confirmMatter,
    matters,
    myMatters,
    matter,
    mattersOfStaff,
    matterOfStaff,
    hallPeople,
    procedures,
    saveProcedures,
    similarMatters,
    raiseMatter,
    enterMatter,
    backMatter,
    withdrawMatter,
    triageMatter,
    moveUpMatter,
    refuseMatter,
    moderateMatter,
    raiserContact,
    askOpinions,
    giveOpinion,
    takeStep,
    proposeAgreement,
    confirmAgreement,
    followUpMediation,
    mediationsToTake,
    myCases,
    takeMediation,
    handBackMediation,
    partyContact,
    invitationCode,
    noteMediation,
    endMediation,
    askMediation,
    myMediations,
    mediation,
    withdrawMediation,
    joinMediation,
    mediationFigures,
    finishProblem,
    confirmProblem,
    strikeOff,
    extendProblem,
    openProblem,
    problems,
    problem,
    myProblems,
    escalatedProblems,
    noteProblem,
    closeOut,
    writeInQuestion,
    askerContact,
    answerQuestion,
    listQuestion,
    receptionDayOfStaff,
    receptionDaysOfStaff,
    cancelReceptionDay,
    closeReceptionDay,
    receptionRules,
    saveReceptionRule,
    receptionDays,
    bookSlot,
    cancelSlot,
    myQuestions,
    rsvp,
    checkInToSession,
    sessionCode,
    markPresent,
    addParty,
    announceSession,
    cancelSession,
    saveMinutes,
    saveSessionFiles,
    closeSession,
    sessions,
    sessionsOfStaff,
    session,
    sessionOfStaff,
    saveSession,
  },
  { tick },
)
