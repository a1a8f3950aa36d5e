const at = (page: string, query = ''): string => `/hall/resident/${page}${query}`

/** Where the residents' pages of the hall are. */
export const raisePath = at('raise-page')
export const myMattersPath = at('my-matters-page')
export const matterPath = (matterId: string) => at('matter-page', `?matterId=${matterId}`)
export const sessionsPath = at('sessions-page')
export const sessionPath = (sessionId: string) => at('session-page', `?sessionId=${sessionId}`)
export const receptionPath = at('reception-page')
export const myProblemsPath = at('my-problems-page')
export const mediationsPath = at('mediations-page')
export const askMediationPath = at('ask-mediation-page')
export const mediationPath = (mediationId: string) => at('mediation-page', `?mediationId=${mediationId}`)
export const joinMediationPath = (code = '') =>
  at('join-mediation-page', code && `?code=${encodeURIComponent(code)}`)
export const ballotsPath = at('ballots-page')
export const ballotPath = (ballotId: string) => at('ballot-page', `?ballotId=${ballotId}`)
