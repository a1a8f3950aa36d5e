/** Where the residents' pages of the lists are. Ids are made of letters, digits and `.:-_`, so they need no escaping. */
export const servicePath = (centreId: string, projectId: string): string =>
  `/lists/resident/service-page?centreId=${centreId}&projectId=${projectId}`

/** An edition; without an id the latest one. */
export const editionPath = (centreId: string, editionId?: string): string =>
  `/lists/resident/edition-page?centreId=${centreId}${editionId ? `&editionId=${editionId}` : ''}`

export const editionsPath = '/lists/resident/editions-page'
export const myEnrolmentsPath = '/lists/resident/my-enrolments-page'
export const sayNeedPath = '/lists/resident/say-need-page'
export const myNeedsPath = '/lists/resident/my-needs-page'
/** 对接台, for those with a role. */
export const deskPath = '/lists/staff/desk-page'
