/** Where the couriers' pages of the canteen are. */
export const routesPath = (centreId: string) => `/canteen/courier/routes-page?centreId=${centreId}`
export const routePath = (centreId: string, routeId: string, day: string) =>
  `/canteen/courier/route-page?centreId=${centreId}&routeId=${routeId}&day=${day}`
