import { type DeskEntry, everywhere, working } from './entry'

/** 长者食堂. */
export const canteenEntries: readonly DeskEntry[] = [
  {
    page: 'canteen/courier/routes-page',
    title: '送餐',
    note: '领一条路线,送到一户勾一户',
    may: 'meal.deliver',
    depths: working,
  },
  {
    page: 'canteen/staff/welfare-page',
    title: '没人应门',
    note: '老人没应门的,问到平安为止',
    may: 'welfare.answer',
    depths: working,
  },
  {
    page: 'canteen/staff/kitchen-page',
    title: '厨房',
    note: '今天要做多少、谁来吃、谁要送',
    may: 'meal.serve',
    depths: working,
  },
  {
    page: 'canteen/staff/menus-page',
    title: '排菜单',
    note: '一周的菜单,抄上周,发到群里',
    may: 'canteen.manage',
    depths: working,
  },
  {
    page: 'canteen/staff/order-for-others-page',
    title: '替老人订餐',
    note: '电话来订的、站点一起订的',
    may: 'meal.order',
    depths: working,
  },
  {
    page: 'canteen/staff/diners-page',
    title: '用餐人',
    note: '审核、忌口、上门送餐',
    may: 'diner.manage',
    depths: working,
  },
  {
    page: 'canteen/staff/bills-page',
    title: '收钱和账单',
    note: '充值、月结、谁还欠着',
    may: 'meal.account',
    depths: working,
  },
  {
    page: 'canteen/staff/figures-page',
    title: '食堂的数',
    note: '份数、补贴、剩余、评价、对账',
    may: 'meal.audit',
    depths: working,
  },
  {
    page: 'canteen/staff/subsidy-page',
    title: '补贴办法',
    note: '年龄段、关爱标签、哪项资金出',
    may: 'subsidy.rule',
    depths: everywhere,
  },
  {
    page: 'canteen/staff/canteen-page',
    title: '食堂设置',
    note: '餐次、份数、截单时间、找谁',
    may: 'canteen.manage',
    depths: working,
  },
]
