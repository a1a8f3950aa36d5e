/** Where the residents read an edition; without an id, the latest one. */
export const editionPath = (centreId: string, editionId?: string): string =>
  `/lists/resident/edition-page?centreId=${centreId}${editionId ? `&editionId=${editionId}` : ''}`
