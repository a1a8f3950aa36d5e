import { type DeskEntry, working } from './entry'

/** 三张清单. */
export const listsEntries: readonly DeskEntry[] = [
  {
    page: 'lists/staff/match-page',
    title: '对接台',
    note: '每条需求配得上谁,配不上的进缺口',
    may: 'match.decide',
    depths: working,
  },
  {
    page: 'lists/staff/import-page',
    title: '导入表格',
    note: '问卷、热线和资源表一次导入',
    may: 'need.manage',
    depths: working,
  },
  {
    page: 'lists/staff/needs-page',
    title: '需求清单',
    note: '看需求,登记入户走访听到的事',
    may: 'need.manage',
    depths: working,
  },
  {
    page: 'lists/staff/resources-page',
    title: '资源清单',
    note: '共建单位能做什么,什么时候有空',
    may: 'resource.manage',
    depths: working,
  },
  {
    page: 'lists/staff/projects-page',
    title: '服务项目',
    note: '定时间、地点和名额',
    may: 'project.manage',
    depths: working,
  },
  {
    page: 'lists/staff/publish-page',
    title: '发布清单',
    note: '选好服务,发一期到群里',
    may: 'edition.publish',
    depths: working,
  },
  {
    page: 'lists/staff/enrolments-page',
    title: '报名名单',
    note: '谁来、谁在候补',
    may: 'enrolment.read',
    depths: working,
  },
]
