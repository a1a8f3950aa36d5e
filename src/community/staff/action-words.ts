import type { ActionName, RoomContract } from '../../../types/common/contract'
import type { communityContract } from '../../../types/community.contract'
import type { listsContract } from '../../../types/lists.contract'
import type { pointsContract } from '../../../types/points.contract'

type Written<C extends RoomContract, Room extends string> = {
  [A in ActionName<C>]: C['actions'][A] extends { readonly kind: 'write' } ? `${Room}.${A}` : never
}[ActionName<C>]

/** Every write that leaves a line in the log: one without words does not compile. */
type Logged =
  | Written<typeof communityContract, 'community'>
  | Written<typeof listsContract, 'lists'>
  | Written<typeof pointsContract, 'points'>

const words: Readonly<Record<Logged, string>> = {
  'community.startDeployment': '启用了全区的根',
  'community.createCentre': '设了一个中心或站点',
  'community.editCentre': '改了中心的资料',
  'community.join': '登记加入社区',
  'community.decideApplication': '审核住户登记',
  'community.exportMyData': '导出自己的资料',
  'community.deleteMyAccount': '注销账号',
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
  'points.exportStatement': '导出一个月的存折',
  'points.setMaySpend': '定哪位家人能兑换',
  'points.setHidden': '改了上不上荣誉榜',
  'points.reverseJournal': '冲正一笔积分',
  'points.mergePassbooks': '两户并成一户',
  'points.splitPassbook': '一户分成两户',
  'points.moveOut': '居民迁出一户',
  'points.saveSettings': '改了积分的规则',
  'points.saveEarningItem': '定了一个积分项目',
  'points.logPoints': '给一户记积分',
  'points.logMany': '给多户记积分',
  'points.decideLog': '复核一笔记分',
  'points.object': '对一笔积分提异议',
  'points.decideObjection': '处理一条异议',
  'points.addShifts': '发布志愿班次',
  'points.cancelShift': '取消一班志愿服务',
  'points.takeShift': '报一班志愿服务',
  'points.leaveShift': '退掉一班志愿服务',
  'points.checkIn': '签到',
  'points.checkOut': '签退',
  'points.confirmShift': '确认一班的时长',
  'points.saveShelfItem': '上架或修改一件商品',
  'points.stockIn': '入库',
  'points.stockCount': '盘点',
  'points.redeem': '用积分兑换',
  'points.cancelRedemption': '取消一次兑换',
  'points.counterSheet': '导出柜台名单',
  'points.fulfil': '核对取货码后交货',
  'points.fulfilShort': '没货了,退回积分',
  'points.saveSponsor': '登记或修改赞助单位',
}

const byName: Readonly<Record<string, string>> = words

/** What an action of the log is called; an action this version does not know keeps its name. */
export const actionWord = (action: string): string => byName[action] ?? action
