/** Where a staff form leads when it was opened by itself; ids need no escaping. */
export const projectsPath = (centreId: string): string => `/lists/staff/projects-page?centreId=${centreId}`
export const needsPath = (centreId: string): string => `/lists/staff/needs-page?centreId=${centreId}`
export const resourcesPath = (centreId: string): string => `/lists/staff/resources-page?centreId=${centreId}`
