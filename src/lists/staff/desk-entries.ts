import { allows, type Permission, type Role } from '../../../types/common/roles'

export interface HeldRole {
  readonly centreId: string
  readonly role: Role
}

const groups = ['三张清单', '长者食堂', '积分和超市', '住户和同事'] as const

/** A page of the desk and who may open it. */
export interface DeskEntry {
  readonly page: string
  readonly title: string
  readonly note: string
  readonly may: Permission
  readonly group: (typeof groups)[number]
  /** Levels of centre (depth of the id) that have such a page. */
  readonly depths: readonly number[]
}

const working = [3, 4]
const everywhere = [1, 2, 3, 4]

const entries: readonly DeskEntry[] = [
  {
    page: 'lists/staff/match-page',
    group: '三张清单',
    title: '对接台',
    note: '每条需求配得上谁,配不上的进缺口',
    may: 'match.decide',
    depths: working,
  },
  {
    page: 'lists/staff/import-page',
    group: '三张清单',
    title: '导入表格',
    note: '问卷、热线和资源表一次导入',
    may: 'need.manage',
    depths: working,
  },
  {
    page: 'lists/staff/needs-page',
    group: '三张清单',
    title: '需求清单',
    note: '看需求,登记入户走访听到的事',
    may: 'need.manage',
    depths: working,
  },
  {
    page: 'lists/staff/resources-page',
    group: '三张清单',
    title: '资源清单',
    note: '共建单位能做什么,什么时候有空',
    may: 'resource.manage',
    depths: working,
  },
  {
    page: 'lists/staff/projects-page',
    group: '三张清单',
    title: '服务项目',
    note: '定时间、地点和名额',
    may: 'project.manage',
    depths: working,
  },
  {
    page: 'lists/staff/publish-page',
    group: '三张清单',
    title: '发布清单',
    note: '选好服务,发一期到群里',
    may: 'edition.publish',
    depths: working,
  },
  {
    page: 'lists/staff/enrolments-page',
    group: '三张清单',
    title: '报名名单',
    note: '谁来、谁在候补',
    may: 'enrolment.read',
    depths: working,
  },
  {
    page: 'canteen/courier/routes-page',
    group: '长者食堂',
    title: '送餐',
    note: '领一条路线,送到一户勾一户',
    may: 'meal.deliver',
    depths: working,
  },
  {
    page: 'canteen/staff/welfare-page',
    group: '长者食堂',
    title: '没人应门',
    note: '老人没应门的,问到平安为止',
    may: 'welfare.answer',
    depths: working,
  },
  {
    page: 'canteen/staff/kitchen-page',
    group: '长者食堂',
    title: '厨房',
    note: '今天要做多少、谁来吃、谁要送',
    may: 'meal.serve',
    depths: working,
  },
  {
    page: 'canteen/staff/menus-page',
    group: '长者食堂',
    title: '排菜单',
    note: '一周的菜单,抄上周,发到群里',
    may: 'canteen.manage',
    depths: working,
  },
  {
    page: 'canteen/staff/order-for-others-page',
    group: '长者食堂',
    title: '替老人订餐',
    note: '电话来订的、站点一起订的',
    may: 'meal.order',
    depths: working,
  },
  {
    page: 'canteen/staff/diners-page',
    group: '长者食堂',
    title: '用餐人',
    note: '审核、忌口、上门送餐',
    may: 'diner.manage',
    depths: working,
  },
  {
    page: 'canteen/staff/bills-page',
    group: '长者食堂',
    title: '收钱和账单',
    note: '充值、月结、谁还欠着',
    may: 'meal.account',
    depths: working,
  },
  {
    page: 'canteen/staff/figures-page',
    group: '长者食堂',
    title: '食堂的数',
    note: '份数、补贴、剩余、评价、对账',
    may: 'meal.audit',
    depths: working,
  },
  {
    page: 'canteen/staff/subsidy-page',
    group: '长者食堂',
    title: '补贴办法',
    note: '年龄段、关爱标签、哪项资金出',
    may: 'subsidy.rule',
    depths: everywhere,
  },
  {
    page: 'canteen/staff/canteen-page',
    group: '长者食堂',
    title: '食堂设置',
    note: '餐次、份数、截单时间、找谁',
    may: 'canteen.manage',
    depths: working,
  },
  {
    page: 'points/staff/log-page',
    group: '积分和超市',
    title: '记积分',
    note: '扫码或报门牌,没信号也能记',
    may: 'points.log',
    depths: working,
  },
  {
    page: 'points/staff/counter-page',
    group: '积分和超市',
    title: '超市柜台',
    note: '凭取货码交货',
    may: 'counter.serve',
    depths: working,
  },
  {
    page: 'points/staff/shifts-manage-page',
    group: '积分和超市',
    title: '志愿班次',
    note: '发布、出示签到码、确认时长',
    may: 'points.log',
    depths: working,
  },
  {
    page: 'points/staff/pending-logs-page',
    group: '积分和超市',
    title: '复核记分',
    note: '数量大的要两个人',
    may: 'points.approve',
    depths: working,
  },
  {
    page: 'points/staff/objections-page',
    group: '积分和超市',
    title: '积分异议',
    note: '公示期里提的',
    may: 'points.approve',
    depths: working,
  },
  {
    page: 'points/staff/shelf-manage-page',
    group: '积分和超市',
    title: '管货架',
    note: '上架、入库、盘点',
    may: 'shelf.manage',
    depths: working,
  },
  {
    page: 'points/staff/sponsors-page',
    group: '积分和超市',
    title: '赞助单位',
    note: '给了什么、用到哪里',
    may: 'shelf.manage',
    depths: working,
  },
  {
    page: 'points/staff/passbooks-page',
    group: '积分和超市',
    title: '各户存折',
    note: '明细、冲正、并户分户',
    may: 'passbook.read',
    depths: working,
  },
  {
    page: 'points/staff/rules-page',
    group: '积分和超市',
    title: '积分规则',
    note: '项目、公示、有效期',
    may: 'points.rule',
    depths: everywhere,
  },
  {
    page: 'points/staff/reconciliations-page',
    group: '积分和超市',
    title: '积分对账',
    note: '每天重新加一遍',
    may: 'points.audit',
    depths: working,
  },
  {
    page: 'community/staff/applications-page',
    group: '住户和同事',
    title: '住户审核',
    note: '新登记的住户等您核对',
    may: 'resident.approve',
    depths: [3],
  },
  {
    page: 'community/staff/households-page',
    group: '住户和同事',
    title: '住户',
    note: '按楼栋看住户和成员',
    may: 'household.read',
    depths: [3],
  },
  {
    page: 'community/staff/roles-page',
    group: '住户和同事',
    title: '职务',
    note: '添加或免去工作人员、志愿者',
    may: 'role.appoint',
    depths: everywhere,
  },
  {
    page: 'community/staff/audit-page',
    group: '住户和同事',
    title: '办事记录',
    note: '谁在什么时候办了什么',
    may: 'audit.read',
    depths: everywhere,
  },
  {
    page: 'community/staff/centres-page',
    group: '住户和同事',
    title: '中心和站点',
    note: '设下级、改名称电话地址',
    may: 'centre.manage',
    depths: everywhere,
  },
]

/** How deep a centre stands in the tree: 1 district … 4 station. */
export const depthOf = (centreId: string): number => centreId.split('.').length

/** The pages somebody with these roles may open at a centre, in the order of the work, by group. */
export const entriesFor = (
  roles: readonly HeldRole[],
  centreId: string,
): readonly { readonly group: string; readonly entries: readonly DeskEntry[] }[] => {
  const open = entries.filter(
    ({ may, depths }) => depths.includes(depthOf(centreId)) && allows(roles, may, centreId),
  )
  return groups
    .map((group) => ({ group, entries: open.filter((entry) => entry.group === group) }))
    .filter(({ entries: inGroup }) => inGroup.length > 0)
}
