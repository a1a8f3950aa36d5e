import { type DeskEntry, everywhere, working } from './entry'

/** 积分和超市. */
export const pointsEntries: readonly DeskEntry[] = [
  {
    page: 'points/staff/log-page',
    title: '记积分',
    note: '扫码或报门牌,没信号也能记',
    may: 'points.log',
    depths: working,
  },
  {
    page: 'points/staff/counter-page',
    title: '超市柜台',
    note: '凭取货码交货',
    may: 'counter.serve',
    depths: working,
  },
  {
    page: 'points/staff/shifts-manage-page',
    title: '志愿班次',
    note: '发布、出示签到码、确认时长',
    may: 'points.log',
    depths: working,
  },
  {
    page: 'points/staff/pending-logs-page',
    title: '复核记分',
    note: '数量大的要两个人',
    may: 'points.approve',
    depths: working,
  },
  {
    page: 'points/staff/objections-page',
    title: '积分异议',
    note: '公示期里提的',
    may: 'points.approve',
    depths: working,
  },
  {
    page: 'points/staff/shelf-manage-page',
    title: '管货架',
    note: '上架、入库、盘点',
    may: 'shelf.manage',
    depths: working,
  },
  {
    page: 'points/staff/sponsors-page',
    title: '赞助单位',
    note: '给了什么、用到哪里',
    may: 'shelf.manage',
    depths: working,
  },
  {
    page: 'points/staff/passbooks-page',
    title: '各户存折',
    note: '明细、冲正、并户分户',
    may: 'passbook.read',
    depths: working,
  },
  {
    page: 'points/staff/rules-page',
    title: '积分规则',
    note: '项目、公示、有效期',
    may: 'points.rule',
    depths: everywhere,
  },
  {
    page: 'points/staff/reconciliations-page',
    title: '积分对账',
    note: '每天重新加一遍',
    may: 'points.audit',
    depths: working,
  },
]
