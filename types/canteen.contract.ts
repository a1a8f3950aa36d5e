import { accountActions } from './canteen.account'
import { deliveryActions } from './canteen.delivery'
import { dinerActions } from './canteen.diner'
import { menuActions } from './canteen.menu'
import { orderActions } from './canteen.order'
import { canteenRefusals } from './canteen.refusals'
import { defineContract } from './common/contract'

/** 长者食堂: menus, diners, orders, kitchen, delivery, accounts. */
export const canteenContract = defineContract({
  room: 'canteen',
  refusals: canteenRefusals,
  actions: { ...menuActions, ...dinerActions, ...orderActions, ...deliveryActions, ...accountActions },
})
