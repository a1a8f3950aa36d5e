import { type DeskEntry, everywhere } from './entry'

/** 住户和同事. */
export const peopleEntries: readonly DeskEntry[] = [
  {
    page: 'community/staff/applications-page',
    title: '住户审核',
    note: '新登记的住户等您核对',
    may: 'resident.approve',
    depths: [3],
  },
  {
    page: 'community/staff/households-page',
    title: '住户',
    note: '按楼栋看住户和成员',
    may: 'household.read',
    depths: [3],
  },
  {
    page: 'community/staff/roles-page',
    title: '职务',
    note: '添加或免去工作人员、志愿者',
    may: 'role.appoint',
    depths: everywhere,
  },
  {
    page: 'community/staff/audit-page',
    title: '办事记录',
    note: '谁在什么时候办了什么',
    may: 'audit.read',
    depths: everywhere,
  },
  {
    page: 'community/staff/centres-page',
    title: '中心和站点',
    note: '设下级、改名称电话地址',
    may: 'centre.manage',
    depths: everywhere,
  },
]
