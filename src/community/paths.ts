/** Where the residents' pages of the community are. */
export const choosePath = '/community/resident/choose-page'
export const centrePath = '/community/resident/centre-page'
export const noticesPath = '/community/resident/notices-page'
export const privacyPath = '/community/resident/privacy-page'
export const accountPath = '/community/resident/account-page'
/** 启用, for the first member of staff of a new deployment. */
export const startPath = '/community/staff/start-page'

/** Joining a community; with a project, the page goes on to enrol in it by itself. */
export const joinPath = (centreId?: string, projectId?: string): string => {
  const query = [centreId && `centreId=${centreId}`, projectId && `projectId=${projectId}`].filter(Boolean)
  return `/community/resident/join-page${query.length > 0 ? `?${query.join('&')}` : ''}`
}
