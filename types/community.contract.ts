import { z } from 'zod'
import { defineContract } from './common/contract'
import { centreId, cursor, instantField, openId, phone, rowId, words } from './common/fields'
import { centreLevels } from './common/words'

const refusals = {
  'COMMUNITY.WRONG_CODE': '启用码不对',
  'COMMUNITY.ALREADY_STARTED': '这里已经有工作人员了,请由他们添加您',
  'COMMUNITY.NO_CENTRE': '没有找到这个社区',
  'COMMUNITY.CENTRE_EXISTS': '这个编号已经用过了',
  'COMMUNITY.TOO_DEEP': '站点下面不能再设下级',
  'COMMUNITY.NOT_A_COMMUNITY': '请选到具体的社区再加入',
  'COMMUNITY.ALREADY_MEMBER': '您已经是别的社区的住户,请先联系原社区迁出',
  'COMMUNITY.NO_APPLICATION': '这份申请已经处理过了',
  'COMMUNITY.NO_PERSON': '没有找到这位居民,请让他先加入社区',
  'COMMUNITY.OWN_HOUSEHOLD': '自己家的登记不能自己审核,请找别的同事',
  'COMMUNITY.OWN_ROLE': '不能改自己的职务,请找别的同事',
  'COMMUNITY.WRONG_NAME': '写的姓名和登记的不一样',
  'COMMUNITY.HOLDS_ROLE': '您还担任职务,请先让同事免去再注销',
  'COMMUNITY.STILL_EXPECTED': '您还有没结束的报名、班次、送餐、议事或正在经办的事,请先取消或办完再注销',
  'COMMUNITY.LAST_RELATIVE':
    '有位用餐人只有您一位家人,还有订餐或餐费没结清。请先让别的家人绑定他,或到食堂退订、结清,再注销',
  'COMMUNITY.ROLE_ABOVE': '您不能任命这个职务',
} as const

const role = z.enum(['volunteer', 'staff', 'secretary', 'officer'])
const roomText = z
  .string()
  .trim()
  .min(1, '请填写')
  .max(20, '最多 20 个字')
  .regex(/^[\p{L}\p{N}#-]+$/u, '只填楼栋、单元、房号')

const centreView = z.object({
  id: centreId,
  name: z.string(),
  level: z.enum(centreLevels),
  phone: z.string(),
  address: z.string(),
})
const centreFacts = {
  name: words(30),
  phone: z
    .string()
    .trim()
    .max(20)
    .regex(/^[\d-]*$/, '电话只能有数字和短横'),
  address: z.string().trim().max(60, '最多 60 个字'),
}
const membership = z.enum(['none', 'pending', 'approved', 'rejected'])

export const communityContract = defineContract({
  room: 'community',
  refusals,
  actions: {
    me: {
      kind: 'read',
      may: 'anyone',
      about: '看自己是谁、在哪个社区、有什么职务',
      input: z.strictObject({}),
      output: z.object({
        name: z.string().optional(),
        centre: centreView.optional(),
        membership,
        rejectedBecause: z.string().optional(),
        household: z.object({ id: rowId, building: z.string(), room: z.string() }).optional(),
        /** The door one is registered at or asks to be. */
        door: z.object({ building: z.string(), room: z.string() }).optional(),
        roles: z.array(z.object({ centreId, centreName: z.string(), role })),
        unreadNotices: z.number(),
        /** Template id of the subscription message notices are sent with; empty when there is none. */
        noticeTemplate: z.string(),
      }),
      refusals: [],
    },
    centres: {
      kind: 'read',
      may: 'anyone',
      about: '看一个区、街道或社区下面有哪些中心和站点',
      input: z.strictObject({ parentId: centreId.optional() }),
      output: z.object({ centres: z.array(centreView) }),
      refusals: [],
    },
    centre: {
      kind: 'read',
      may: 'anyone',
      about: '看一个中心的名称、电话和地址',
      input: z.strictObject({ centreId }),
      output: centreView,
      refusals: ['COMMUNITY.NO_CENTRE'],
    },
    startDeployment: {
      kind: 'write',
      may: 'anyone',
      about: '用部署时设的启用码建立全区的根并成为第一位工作人员(只能一次)',
      input: z.strictObject({
        code: z.string().min(1).max(100),
        personName: words(20),
        segment: z.string().regex(/^[a-z0-9]{1,20}$/, '编号用小写字母和数字'),
        ...centreFacts,
      }),
      output: z.object({ centreId }),
      refusals: ['COMMUNITY.WRONG_CODE', 'COMMUNITY.ALREADY_STARTED'],
    },
    createCentre: {
      kind: 'write',
      may: 'centre.manage',
      about: '在区、街道、社区下面设街道、社区、站点',
      input: z.strictObject({
        centreId,
        segment: z.string().regex(/^[a-z0-9]{1,20}$/, '编号用小写字母和数字'),
        ...centreFacts,
      }),
      output: z.object({ centreId }),
      refusals: ['COMMUNITY.NO_CENTRE', 'COMMUNITY.CENTRE_EXISTS', 'COMMUNITY.TOO_DEEP'],
    },
    editCentre: {
      kind: 'write',
      may: 'centre.manage',
      about: '改一个中心的名称、电话和地址',
      input: z.strictObject({ centreId, ...centreFacts }),
      output: z.object({ centreId }),
      refusals: ['COMMUNITY.NO_CENTRE'],
    },
    join: {
      kind: 'write',
      may: 'anyone',
      about: '加入一个社区,按楼栋房号登记住户,等工作人员审核',
      input: z.strictObject({
        centreId,
        name: words(20),
        phone: phone.optional(),
        building: roomText,
        room: roomText,
      }),
      output: z.object({ membership }),
      refusals: ['COMMUNITY.NO_CENTRE', 'COMMUNITY.NOT_A_COMMUNITY', 'COMMUNITY.ALREADY_MEMBER'],
    },
    applications: {
      kind: 'read',
      may: 'resident.approve',
      about: '看等待审核的住户登记(姓名、电话打码)',
      input: z.strictObject({ centreId, after: cursor.optional() }),
      output: z.object({
        rows: z.array(
          z.object({
            residentId: openId,
            name: z.string(),
            phone: z.string(),
            building: z.string(),
            room: z.string(),
            askedAt: instantField,
          }),
        ),
        next: z.string().optional(),
      }),
      refusals: [],
    },
    decideApplication: {
      kind: 'write',
      may: 'resident.approve',
      about: '通过或退回一份住户登记',
      input: z.strictObject({
        centreId,
        residentId: openId,
        decision: z.enum(['approve', 'reject']),
        reason: z.string().trim().max(60, '最多 60 个字').optional(),
      }),
      output: z.object({ membership, householdId: rowId.optional() }),
      refusals: ['COMMUNITY.NO_APPLICATION', 'COMMUNITY.OWN_HOUSEHOLD'],
    },
    exportMyData: {
      kind: 'write',
      may: 'anyone',
      about: '导出存下的自己的资料',
      input: z.strictObject({}),
      output: z.object({ fileId: z.string(), url: z.string() }),
      refusals: [],
      keepReply: false,
    },
    deleteMyAccount: {
      kind: 'write',
      may: 'anyone',
      about: '注销自己的账号(家里的存折和历史留着)',
      /** The full name, written by hand, because it cannot be undone. */
      input: z.strictObject({ name: words(20) }),
      output: z.object({ deleted: z.boolean() }),
      refusals: [
        'COMMUNITY.WRONG_NAME',
        'COMMUNITY.HOLDS_ROLE',
        'COMMUNITY.STILL_EXPECTED',
        'COMMUNITY.LAST_RELATIVE',
      ],
    },
    households: {
      kind: 'read',
      may: 'household.read',
      about: '按楼栋看住户',
      input: z.strictObject({ centreId, building: roomText.optional(), after: cursor.optional() }),
      output: z.object({
        rows: z.array(z.object({ id: rowId, building: z.string(), room: z.string(), members: z.number() })),
        next: z.string().optional(),
      }),
      refusals: [],
    },
    household: {
      kind: 'read',
      may: 'household.read',
      about: '看一户的成员(姓名、电话打码)',
      input: z.strictObject({ centreId, householdId: rowId }),
      output: z.object({
        id: rowId,
        building: z.string(),
        room: z.string(),
        members: z.array(z.object({ residentId: openId, name: z.string(), phone: z.string() })),
      }),
      refusals: [],
    },
    myHousehold: {
      kind: 'read',
      may: 'member',
      about: '看自己这一户有谁',
      input: z.strictObject({ centreId }),
      output: z.object({
        id: rowId,
        building: z.string(),
        room: z.string(),
        members: z.array(z.object({ name: z.string(), me: z.boolean() })),
      }),
      refusals: [],
    },
    revealPhone: {
      kind: 'write',
      may: 'personal.read',
      about: '看一位居民的完整电话(要写原因,会留记录)',
      input: z.strictObject({ centreId, residentId: openId, reason: words(60) }),
      output: z.object({ name: z.string(), phone: z.string() }),
      refusals: ['COMMUNITY.NO_PERSON'],
      keepReply: false,
    },
    findByPhone: {
      kind: 'write',
      may: 'role.appoint',
      about: '按手机号找一位已登记的居民,好任命职务(会留记录)',
      input: z.strictObject({ centreId, phone }),
      output: z.object({ residentId: openId, name: z.string() }),
      refusals: ['COMMUNITY.NO_PERSON'],
      keepReply: false,
    },
    roleHolders: {
      kind: 'read',
      may: 'role.appoint',
      about: '看一个中心的工作人员和志愿者',
      input: z.strictObject({ centreId }),
      output: z.object({
        rows: z.array(z.object({ residentId: openId, name: z.string(), role, centreId })),
      }),
      refusals: [],
    },
    appoint: {
      kind: 'write',
      may: 'role.appoint',
      about: '任命志愿者、社区工作者、书记或街道区工作人员',
      input: z.strictObject({ centreId, residentId: openId, role }),
      output: z.object({ residentId: openId, role }),
      refusals: ['COMMUNITY.NO_PERSON', 'COMMUNITY.OWN_ROLE', 'COMMUNITY.ROLE_ABOVE'],
    },
    dismiss: {
      kind: 'write',
      may: 'role.appoint',
      about: '免去职务',
      input: z.strictObject({ centreId, residentId: openId, role }),
      output: z.object({ residentId: openId }),
      refusals: ['COMMUNITY.NO_PERSON', 'COMMUNITY.OWN_ROLE', 'COMMUNITY.ROLE_ABOVE'],
    },
    auditLog: {
      kind: 'read',
      may: 'audit.read',
      about: '看谁在什么时候办了什么',
      input: z.strictObject({ centreId, after: cursor.optional() }),
      output: z.object({
        rows: z.array(
          z.object({ at: instantField, who: z.string(), action: z.string(), target: z.string() }),
        ),
        next: z.string().optional(),
      }),
      refusals: [],
    },
    notices: {
      kind: 'read',
      may: 'anyone',
      about: '看发给自己的通知',
      input: z.strictObject({ after: cursor.optional() }),
      output: z.object({
        rows: z.array(
          z.object({
            id: rowId,
            title: z.string(),
            text: z.string(),
            at: instantField,
            page: z.string(),
            read: z.boolean(),
          }),
        ),
        next: z.string().optional(),
      }),
      refusals: [],
    },
    readNotices: {
      kind: 'write',
      may: 'anyone',
      about: '把自己的通知标为已读',
      input: z.strictObject({}),
      output: z.object({ read: z.number() }),
      refusals: [],
    },
  },
})
