import { z } from 'zod'
import { defineContract } from './common/contract'
import { centreId, cursor, instantField, rowId, whole, words } from './common/fields'
import {
  editionRow,
  kind,
  mine,
  needFacts,
  needSource,
  needState,
  needView,
  projectState,
  projectView,
  resourceExtras,
  resourceFacts,
  resourceView,
  rowProblem,
  suggestion,
} from './lists.fields'
import { listsRefusals } from './lists.refusals'

export const listsContract = defineContract({
  room: 'lists',
  refusals: listsRefusals,
  actions: {
    // 群众需求
    stateNeed: {
      kind: 'write',
      may: 'resident',
      about: '居民说一条需求',
      input: z.strictObject({ centreId, ...needFacts }),
      output: z.object({ needId: rowId }),
      refusals: [],
    },
    withdrawNeed: {
      kind: 'write',
      may: 'resident',
      about: '居民撤回自己还没对接的需求',
      input: z.strictObject({ centreId, needId: rowId }),
      output: z.object({ needId: rowId }),
      refusals: ['LISTS.ALREADY_DECIDED'],
    },
    myNeeds: {
      kind: 'read',
      may: 'resident',
      about: '居民看自己说过的需求和进展',
      input: z.strictObject({ centreId, after: cursor.optional() }),
      output: z.object({ rows: z.array(needView), next: z.string().optional() }),
      refusals: [],
    },
    enterNeed: {
      kind: 'write',
      may: 'need.manage',
      about: '工作人员替居民登记一条需求(入户走访等)',
      input: z.strictObject({
        centreId,
        ...needFacts,
        source: needSource,
        person: z.string().trim().max(20, '最多 20 个字').optional(),
        building: z.string().trim().max(20, '最多 20 个字').optional(),
        room: z.string().trim().max(20, '最多 20 个字').optional(),
      }),
      output: z.object({ needId: rowId }),
      refusals: [],
    },
    needs: {
      kind: 'read',
      may: 'need.manage',
      about: '看群众需求清单',
      input: z.strictObject({ centreId, state: needState, after: cursor.optional() }),
      output: z.object({ rows: z.array(needView), next: z.string().optional() }),
      refusals: [],
    },
    // 社区资源
    addResource: {
      kind: 'write',
      may: 'resource.manage',
      about: '登记一项共建单位的资源',
      input: z.strictObject({ centreId, ...resourceFacts, ...resourceExtras }),
      output: z.object({ resourceId: rowId }),
      refusals: [],
    },
    editResource: {
      kind: 'write',
      may: 'resource.manage',
      about: '改一项资源,或暂停、恢复',
      input: z.strictObject({
        centreId,
        resourceId: rowId,
        ...resourceFacts,
        ...resourceExtras,
        paused: z.boolean(),
      }),
      output: z.object({ resourceId: rowId }),
      refusals: [],
    },
    resources: {
      kind: 'read',
      may: 'resource.manage',
      about: '看社区资源清单(联系人打码)',
      input: z.strictObject({ centreId, after: cursor.optional() }),
      output: z.object({ rows: z.array(resourceView), next: z.string().optional() }),
      refusals: [],
    },
    revealContact: {
      kind: 'write',
      may: 'personal.read',
      about: '看一项资源的联系人和电话(要写原因,会留记录)',
      input: z.strictObject({ centreId, resourceId: rowId, reason: words(60) }),
      output: z.object({ contact: z.string() }),
      refusals: [],
      keepReply: false,
    },
    // 导入
    previewImport: {
      kind: 'write',
      may: 'need.manage',
      about: '读一份需求或资源表格,逐行检查,先看再导入',
      input: z.strictObject({ centreId, kind, fileId: z.string().min(1).max(300), fileName: words(120) }),
      output: z.object({
        importId: rowId,
        good: z.number(),
        bad: z.number(),
        /** Rows already here, left out. */
        duplicates: z.number(),
        parts: z.number(),
        sample: z.array(z.object({ row: z.number(), title: z.string(), detail: z.string() })),
        problems: z.array(rowProblem),
      }),
      refusals: ['LISTS.NO_FILE', 'LISTS.UNREADABLE_FILE', 'LISTS.TOO_BIG', 'LISTS.WRONG_COLUMNS'],
    },
    importProblems: {
      kind: 'read',
      may: 'need.manage',
      about: '看一次导入里有问题的行',
      input: z.strictObject({ centreId, importId: rowId, part: whole(0, 100) }),
      output: z.object({ problems: z.array(rowProblem), parts: z.number() }),
      refusals: ['LISTS.IMPORT_GONE'],
    },
    commitImport: {
      kind: 'write',
      may: 'need.manage',
      about: '把检查好的行写进清单,一次一部分',
      input: z.strictObject({ centreId, importId: rowId, part: whole(0, 100) }),
      output: z.object({ added: z.number(), alreadyHere: z.number() }),
      refusals: ['LISTS.IMPORT_GONE'],
    },
    // 供需对接
    matchBoard: {
      kind: 'read',
      may: 'match.decide',
      about: '对接台:每条需求配得上的资源和理由,配不上的说明原因',
      input: z.strictObject({
        centreId,
        state: z.enum(['open', 'matched', 'gap']),
        after: cursor.optional(),
      }),
      output: z.object({
        counts: z.object({ open: z.number(), matched: z.number(), gap: z.number() }),
        rows: z.array(
          z.object({
            need: needView,
            suggestions: z.array(suggestion),
            nearMisses: z.array(suggestion),
          }),
        ),
        next: z.string().optional(),
      }),
      refusals: [],
    },
    acceptMatch: {
      kind: 'write',
      may: 'match.decide',
      about: '采用一项资源,生成或并入服务项目',
      input: z.strictObject({ centreId, needId: rowId, resourceId: rowId }),
      output: z.object({ projectId: rowId, joined: z.boolean() }),
      refusals: ['LISTS.ALREADY_DECIDED', 'LISTS.PAUSED'],
    },
    rejectMatch: {
      kind: 'write',
      may: 'match.decide',
      about: '说明一项资源为什么不合适',
      input: z.strictObject({
        centreId,
        needId: rowId,
        resourceId: rowId,
        reason: z.enum(['对象不符', '时间不合', '不能上门', '不是这回事', '其他']),
      }),
      output: z.object({ needId: rowId }),
      refusals: ['LISTS.ALREADY_DECIDED'],
    },
    markGap: {
      kind: 'write',
      may: 'match.decide',
      about: '都不合适,记入资源缺口清单',
      input: z.strictObject({ centreId, needId: rowId }),
      output: z.object({ needId: rowId }),
      refusals: ['LISTS.ALREADY_DECIDED'],
    },
    reopenNeed: {
      kind: 'write',
      may: 'match.decide',
      about: '把缺口或配错的需求放回待对接',
      input: z.strictObject({ centreId, needId: rowId }),
      output: z.object({ needId: rowId }),
      refusals: ['LISTS.ALREADY_DECIDED'],
    },
    // 服务项目
    projects: {
      kind: 'read',
      may: 'project.manage',
      about: '看服务项目',
      input: z.strictObject({ centreId, state: projectState, after: cursor.optional() }),
      output: z.object({ rows: z.array(projectView), next: z.string().optional() }),
      refusals: [],
    },
    editProject: {
      kind: 'write',
      may: 'project.manage',
      about: '改服务项目的时间、地点、名额',
      input: z.strictObject({
        centreId,
        projectId: rowId,
        title: words(40),
        startsAt: instantField,
        endsAt: instantField,
        closesAt: instantField,
        place: words(60),
        cap: whole(1, 500),
        waitCap: whole(0, 200),
      }),
      output: z.object({ projectId: rowId }),
      refusals: ['LISTS.PAST', 'LISTS.TOO_MANY', 'LISTS.NOT_DRAFT'],
    },
    cancelProject: {
      kind: 'write',
      may: 'project.manage',
      about: '取消一个服务项目,通知报了名的人,需求放回待对接',
      input: z.strictObject({ centreId, projectId: rowId, reason: words(60) }),
      output: z.object({ projectId: rowId, told: z.number() }),
      refusals: ['LISTS.NOT_OPEN'],
    },
    // 服务项目清单
    publishEdition: {
      kind: 'write',
      may: 'edition.publish',
      about: '发布一期服务项目清单,发布后不再改动',
      input: z.strictObject({
        centreId,
        month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对'),
        projectIds: z
          .array(rowId)
          // two operations each, and a transaction holds a hundred
          .max(45, '一期最多 45 项')
          .refine((ids) => new Set(ids).size === ids.length, '重复了'),
      }),
      output: z.object({ editionId: rowId, no: z.number() }),
      refusals: ['LISTS.EMPTY_EDITION', 'LISTS.NOT_DRAFT', 'LISTS.PAST'],
    },
    editions: {
      kind: 'read',
      may: 'anyone',
      about: '看发布过的各期清单',
      input: z.strictObject({ centreId, after: cursor.optional() }),
      output: z.object({
        rows: z.array(
          z.object({
            id: rowId,
            no: z.number(),
            month: z.string(),
            publishedAt: instantField,
            size: z.number(),
          }),
        ),
        next: z.string().optional(),
      }),
      refusals: [],
    },
    edition: {
      kind: 'read',
      may: 'anyone',
      about: '看一期服务项目清单(不填编号是最新一期)和还剩的名额',
      input: z.strictObject({ centreId, editionId: rowId.optional() }),
      output: z.object({
        id: rowId,
        no: z.number(),
        month: z.string(),
        centreName: z.string(),
        publishedAt: instantField,
        rows: z.array(editionRow.extend({ mine })),
        /** 群里发的文字, at most 12 lines. */
        digest: z.string(),
        shareTitle: z.string(),
      }),
      refusals: [],
    },
    project: {
      kind: 'read',
      may: 'anyone',
      about: '看一项已发布的服务、还剩的名额和自己排第几',
      input: z.strictObject({ centreId, projectId: rowId }),
      output: projectView.extend({
        mine,
        /** Names of those in the list, masked, in order. */
        people: z.array(z.string()),
      }),
      refusals: [],
    },
    // 报名
    enrol: {
      kind: 'write',
      may: 'resident',
      about: '报名一项服务;满了进候补',
      input: z.strictObject({
        centreId,
        projectId: rowId,
        /** A family member the resident acts for; absent = oneself. */
        forName: z.string().trim().min(1).max(20, '最多 20 个字').optional(),
      }),
      output: mine,
      refusals: ['LISTS.FULL', 'LISTS.CLOSED', 'LISTS.NOT_OPEN'],
    },
    cancelEnrolment: {
      kind: 'write',
      may: 'resident',
      about: '取消报名,候补自动递补',
      input: z.strictObject({
        centreId,
        projectId: rowId,
        forName: z.string().trim().min(1).max(20, '最多 20 个字').optional(),
      }),
      output: z.object({ projectId: rowId }),
      refusals: ['LISTS.NOT_ENROLLED', 'LISTS.TOO_LATE', 'LISTS.NOT_OPEN'],
    },
    myEnrolments: {
      kind: 'read',
      may: 'resident',
      about: '看自己报了哪些服务、排第几',
      input: z.strictObject({ centreId, after: cursor.optional() }),
      output: z.object({
        rows: z.array(
          z.object({
            project: projectView,
            forName: z.string().optional(),
            mine,
          }),
        ),
        next: z.string().optional(),
      }),
      refusals: [],
    },
    enrolments: {
      kind: 'read',
      may: 'enrolment.read',
      about: '看一项服务的报名名单(姓名打码)',
      input: z.strictObject({ centreId, projectId: rowId }),
      output: z.object({
        project: projectView,
        rows: z.array(
          z.object({
            position: z.number(),
            state: z.enum(['seat', 'waiting']),
            name: z.string(),
            by: z.string().optional(),
            at: instantField,
          }),
        ),
      }),
      refusals: [],
    },
  },
})
