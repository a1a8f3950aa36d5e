import { type DeskEntry, everywhere, working } from './entry'

/** 议事厅. */
export const hallEntries: readonly DeskEntry[] = [
  {
    page: 'hall/staff/matters-desk-page',
    title: '议题',
    note: '居民提的事:分办、答复、办结',
    may: 'matter.manage',
    depths: working,
  },
  {
    page: 'hall/staff/problems-page',
    title: '问题清单',
    note: '五个工作日办结,对账销号',
    may: 'problem.manage',
    depths: working,
  },
  {
    page: 'hall/staff/sessions-desk-page',
    title: '议事会',
    note: '定议程、请人、签到、记录',
    may: 'session.manage',
    depths: working,
  },
  {
    page: 'hall/staff/reception-desk-page',
    title: '接访日',
    note: '书记连心日、党群夜话、居民夜谈',
    may: 'reception.host',
    depths: working,
  },
  {
    page: 'hall/staff/ballots-desk-page',
    title: '表决',
    note: '名册、投票、结果',
    may: 'ballot.manage',
    depths: working,
  },
  {
    page: 'hall/staff/mediations-desk-page',
    title: '调解',
    note: '内容只有调解员和当事人看得到,其他人看件数',
    may: 'hall.figures',
    depths: working,
  },
  {
    page: 'hall/staff/escalated-page',
    title: '超期督办',
    note: '下面报上来的超期问题',
    may: 'problem.oversee',
    depths: everywhere,
  },
  {
    page: 'hall/staff/procedures-page',
    title: '议事步骤',
    note: '三种议事办法各走几步、几天',
    may: 'hall.rule',
    depths: everywhere,
  },
  {
    page: 'hall/staff/calendar-page',
    title: '放假和调休',
    note: '时限按它算,全区统一',
    may: 'calendar.edit',
    depths: [1],
  },
]
