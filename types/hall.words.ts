/** 三种议事办法 (tiers), from light to heavy; a matter only ever moves up. */
export const tiers = ['brief', 'fast', 'assembly'] as const
export type Tier = (typeof tiers)[number]
export const tierNames: Readonly<Record<Tier, string>> = {
  brief: '小事简议',
  fast: '快事快议',
  assembly: '难事众议',
}

/** 步骤 of the procedures, in the only order they can have. */
export const steps = [
  'assign',
  'consult',
  'conclude',
  'announce',
  'meet',
  'minutes',
  'resolve',
  'publicNotice',
  'answer',
] as const
export type Step = (typeof steps)[number]
export const stepNames: Readonly<Record<Step, string>> = {
  assign: '定人办',
  consult: '征求意见',
  conclude: '形成意见',
  announce: '开会预告',
  meet: '开会协商',
  minutes: '会议记录',
  resolve: '形成决议',
  publicNotice: '公示',
  answer: '答复',
}

/** 必走的步骤 of each tier: a centre may add steps, never leave one of these out or change their order. */
export const neededSteps: Readonly<Record<Tier, readonly Step[]>> = {
  brief: ['assign', 'answer'],
  fast: ['assign', 'consult', 'conclude', 'answer'],
  assembly: ['assign', 'announce', 'meet', 'minutes', 'resolve', 'publicNotice', 'answer'],
}

/** 参加方: what somebody sits at the table as. */
export const partyRoles = [
  'owner',
  'property',
  'builder',
  'committee',
  'unit',
  'expert',
  'resident',
  'staff',
] as const
export type PartyRole = (typeof partyRoles)[number]
export const partyRoleNames: Readonly<Record<PartyRole, string>> = {
  owner: '业主',
  property: '物业公司',
  builder: '施工方',
  committee: '业委会',
  unit: '有关单位',
  expert: '专家',
  resident: '居民代表',
  staff: '社区',
}

/** 接访日的三种 (reception days). */
export const receptionKinds = ['secretary', 'partyTalk', 'residentTalk'] as const
export type ReceptionKind = (typeof receptionKinds)[number]
export const receptionKindNames: Readonly<Record<ReceptionKind, string>> = {
  secretary: '书记连心日',
  partyTalk: '党群夜话',
  residentTalk: '居民夜谈',
}

/** 督办到哪一级 (escalation): with the officer, all staff of the centre, its secretary, the street. */
export const problemLevels = ['officer', 'staff', 'secretary', 'street'] as const
export type ProblemLevel = (typeof problemLevels)[number]
export const problemLevelNames: Readonly<Record<ProblemLevel, string>> = {
  officer: '经办人',
  staff: '社区',
  secretary: '书记',
  street: '街道',
}

/** 一票怎么算: one per person, one per household, or by owners and floor area (民法典第二百七十八条). */
export const ballotUnits = ['person', 'household', 'area'] as const
export type BallotUnit = (typeof ballotUnits)[number]
export const ballotUnitNames: Readonly<Record<BallotUnit, string>> = {
  person: '每人一票',
  household: '每户一票',
  area: '按业主人数和建筑面积',
}

/** How many have to agree: more than half, two thirds or three quarters of what took part. */
export const majorities = ['half', 'twoThirds', 'threeQuarters'] as const
export type Majority = (typeof majorities)[number]
export const majorityNames: Readonly<Record<Majority, string>> = {
  half: '过半数同意',
  twoThirds: '三分之二以上同意',
  threeQuarters: '四分之三以上同意',
}

/** 业主共同决定事项, Civil Code art. 278 paragraph 1 in its order, with the majority paragraph 2 asks for. */
export const ownerSubjects = {
  rulesOfProcedure: { name: '制定和修改业主大会议事规则', majority: 'half' },
  covenant: { name: '制定和修改管理规约', majority: 'half' },
  committee: { name: '选举业主委员会或者更换委员', majority: 'half' },
  property: { name: '选聘和解聘物业服务企业或者其他管理人', majority: 'half' },
  useFunds: { name: '使用建筑物及其附属设施的维修资金', majority: 'half' },
  raiseFunds: { name: '筹集建筑物及其附属设施的维修资金', majority: 'threeQuarters' },
  rebuild: { name: '改建、重建建筑物及其附属设施(如加装电梯)', majority: 'threeQuarters' },
  commonParts: { name: '改变共有部分的用途或者利用共有部分从事经营活动', majority: 'threeQuarters' },
  other: { name: '有关共有和共同管理权利的其他重大事项', majority: 'half' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly majority: Majority }>>
export type OwnerSubject = keyof typeof ownerSubjects
export const ownerSubjectKeys = Object.keys(ownerSubjects) as [OwnerSubject, ...OwnerSubject[]]
