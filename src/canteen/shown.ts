import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'

type Canteen = typeof canteenContract
export type MyDiner = OutputOf<Canteen, 'myDiners'>['rows'][number]
export type Offer = OutputOf<Canteen, 'offer'>
export type OfferedMenu = Offer['rows'][number]
export type OfferedMeal = OfferedMenu['meals'][number]
export type Menu = OutputOf<Canteen, 'menus'>['rows'][number]
export type StandingOrder = OutputOf<Canteen, 'standing'>
export type MealAccount = OutputOf<Canteen, 'account'>
export type Route = OutputOf<Canteen, 'routes'>['rows'][number]
export type CanteenOfStaff = OutputOf<Canteen, 'canteenOfStaff'>['rows'][number]
export type MenuOfStaff = OutputOf<Canteen, 'menusOfStaff'>['rows'][number]
export type Kitchen = OutputOf<Canteen, 'kitchen'>
export type DinerOfRoster = OutputOf<Canteen, 'diners'>['rows'][number]
export type DinerOfStaff = OutputOf<Canteen, 'diner'>
export type WelfareCheck = OutputOf<Canteen, 'welfareChecks'>['rows'][number]
export type CanteenNear = OutputOf<Canteen, 'canteens'>['rows'][number]
export type ElderToTake = OutputOf<Canteen, 'ordersToTake'>['rows'][number]
export type Bill = OutputOf<Canteen, 'bills'>['rows'][number]
export type SubsidyRule = OutputOf<Canteen, 'subsidyRules'>['rows'][number]
export type Figures = OutputOf<Canteen, 'figures'>
