const at = (page: string, centreId: string, more = ''): string =>
  `/canteen/staff/${page}?centreId=${centreId}${more}`

/** Where the staff pages of the canteen are. */
export const menuOfStaffPath = (centreId: string, canteenId: string, day: string, slot: string) =>
  at('menu-page', centreId, `&canteenId=${canteenId}&day=${day}&slot=${slot}`)
export const dinerOfStaffPath = (centreId: string, dinerId: string) =>
  at('diner-page', centreId, `&dinerId=${dinerId}`)
export const addDinerPath = (centreId: string) => at('add-diner-page', centreId)
export const dinersPath = (centreId: string, state = 'pending') =>
  at('diners-page', centreId, `&state=${state}`)
export const dinerAccountPath = (centreId: string, dinerId: string) =>
  at('diner-account-page', centreId, `&dinerId=${dinerId}`)
