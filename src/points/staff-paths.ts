const at = (page: string, centreId: string, more = ''): string =>
  `/points/staff/${page}?centreId=${centreId}${more}`

/** Where the staff pages of the points are. */
export const shiftPath = (centreId: string, shiftId: string) =>
  at('shift-page', centreId, `&shiftId=${shiftId}`)
export const shelfItemPath = (centreId: string, itemId = '') =>
  at('shelf-item-page', centreId, `&itemId=${itemId}`)
export const sponsorPath = (centreId: string, sponsorId: string) =>
  at('sponsor-page', centreId, `&sponsorId=${sponsorId}`)
export const passbookOfPath = (centreId: string, passbookId: string) =>
  at('passbook-page', centreId, `&passbookId=${passbookId}`)
export const earningItemPath = (centreId: string, itemId = '') =>
  at('earning-item-page', centreId, `&itemId=${itemId}`)
