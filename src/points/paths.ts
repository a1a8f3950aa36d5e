/** Where the residents' pages of the points are. */
export const passbookPath = '/points/resident/passbook-page'
export const shelfPath = '/points/resident/shelf-page'
export const redemptionsPath = '/points/resident/redemptions-page'
export const codePath = '/points/resident/code-page'
export const earningPath = '/points/resident/earning-page'
export const shiftsPath = '/points/resident/shifts-page'
export const publicNoticePath = '/points/resident/public-notice-page'
export const honourPath = '/points/resident/honour-page'
