const ofDiner = (page: string, dinerId?: string): string =>
  `/canteen/resident/${page}${dinerId ? `?dinerId=${dinerId}` : ''}`

/** Where the residents' pages of the canteen are. */
export const orderPath = (dinerId?: string) => ofDiner('order-page', dinerId)
export const weekPath = (dinerId: string) => ofDiner('week-page', dinerId)
export const standingPath = (dinerId: string) => ofDiner('standing-page', dinerId)
export const accountPath = (dinerId: string) => ofDiner('account-page', dinerId)
export const dinerPath = (dinerId: string) => ofDiner('diner-page', dinerId)
export const registerPath = '/canteen/resident/register-page'
export const joinDinerPath = (centreId: string, code: string) =>
  `/canteen/resident/join-diner-page?centreId=${centreId}&code=${encodeURIComponent(code)}`
export const menuPath = (centreId: string, canteenId: string) =>
  `/canteen/resident/menu-page?centreId=${centreId}&canteenId=${canteenId}`
