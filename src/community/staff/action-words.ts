import type { ActionName } from '../../../types/common/contract'
import type { communityContract } from '../../../types/community.contract'
import type { listsContract } from '../../../types/lists.contract'

type Written<Room extends string, C extends typeof communityContract | typeof listsContract> = {
  [A in ActionName<C>]: C['actions'][A] extends { readonly kind: 'write' } ? `${Room}.${A}` : never
}[ActionName<C>]

/** Every write that leaves a line in the log, in people's words. */
const words: Readonly<
  Record<Written<'community', typeof communityContract> | Written<'lists', typeof listsContract>, string>
> = {
  'community.startDeployment': '启用了全区的根',
  'community.createCentre': '设了一个中心或站点',
  'community.editCentre': '改了中心的资料',
  'community.join': '登记加入社区',
  'community.decideApplication': '审核住户登记',
  'community.revealPhone': '看了居民的完整电话',
  'community.findByPhone': '按手机号找人',
  'community.appoint': '任命职务',
  'community.dismiss': '免去职务',
  'community.readNotices': '读了通知',
  'lists.stateNeed': '说了一条需求',
  'lists.withdrawNeed': '撤回一条需求',
  'lists.enterNeed': '登记一条需求',
  'lists.addResource': '登记一项资源',
  'lists.editResource': '修改、暂停或恢复一项资源',
  'lists.revealContact': '看了资源的联系人',
  'lists.previewImport': '检查一份表格',
  'lists.commitImport': '导入一部分表格',
  'lists.acceptMatch': '采用一项资源',
  'lists.rejectMatch': '说明一项资源不合适',
  'lists.markGap': '记进缺口清单',
  'lists.reopenNeed': '把需求放回待对接',
  'lists.editProject': '改了服务项目',
  'lists.cancelProject': '取消服务项目',
  'lists.publishEdition': '发布一期清单',
  'lists.enrol': '报名',
  'lists.cancelEnrolment': '取消报名',
}

const byName: Readonly<Record<string, string>> = words

/** What an action of the log is called; an action this version does not know keeps its name. */
export const actionWord = (action: string): string => byName[action] ?? action
