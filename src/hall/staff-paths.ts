const at = (page: string, centreId: string, more = ''): string =>
  `/hall/staff/${page}?centreId=${centreId}${more}`

/** Where the staff pages of the hall are. */
export const matterDeskPath = (centreId: string, matterId: string) =>
  at('matter-desk-page', centreId, `&matterId=${matterId}`)
export const enterMatterPath = (centreId: string) => at('enter-matter-page', centreId)
export const sessionEditPath = (centreId: string, sessionId = '', matterId = '') =>
  at('session-edit-page', centreId, `&sessionId=${sessionId}&matterId=${matterId}`)
export const sessionDeskPath = (centreId: string, sessionId: string) =>
  at('session-desk-page', centreId, `&sessionId=${sessionId}`)
export const receptionRulePath = (centreId: string, ruleId = '') =>
  at('reception-rule-page', centreId, `&ruleId=${ruleId}`)
export const receptionDayPath = (centreId: string, dayId: string) =>
  at('reception-day-page', centreId, `&dayId=${dayId}`)
export const problemPath = (centreId: string, problemId: string) =>
  at('problem-page', centreId, `&problemId=${problemId}`)
export const newProblemPath = (centreId: string, matterId = '') =>
  at('new-problem-page', centreId, `&matterId=${matterId}`)
export const closeOutPath = (centreId: string) => at('close-out-page', centreId)
export const calendarPath = (centreId: string) => at('calendar-page', centreId)
export const mediationsDeskPath = (centreId: string) => at('mediations-desk-page', centreId)
export const mediationDeskPath = (centreId: string, mediationId: string) =>
  at('mediation-desk-page', centreId, `&mediationId=${mediationId}`)
export const ballotEditPath = (centreId: string, ballotId = '') =>
  at('ballot-edit-page', centreId, `&ballotId=${ballotId}`)
export const ballotDeskPath = (centreId: string, ballotId: string) =>
  at('ballot-desk-page', centreId, `&ballotId=${ballotId}`)
export const rollPath = (centreId: string, ballotId: string) =>
  at('roll-page', centreId, `&ballotId=${ballotId}`)
export const paperVotesPath = (centreId: string, ballotId: string) =>
  at('paper-votes-page', centreId, `&ballotId=${ballotId}`)
