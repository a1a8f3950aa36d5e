/** 服务对象: who receives a service. 全体居民 stands for everybody. */
export const audiences = [
  '老人',
  '儿童',
  '青少年',
  '残疾人',
  '新就业群体',
  '妇女',
  '党员',
  '困难家庭',
  '全体居民',
] as const
export type Audience = (typeof audiences)[number]

/** 服务类别: the twenty kinds a resource may be of. */
export const categories = [
  '助餐',
  '医疗健康',
  '心理关怀',
  '法律调解',
  '家政维修',
  '文体活动',
  '教育培训',
  '儿童托管',
  '助老巡访',
  '就业创业',
  '政务代办',
  '环境治理',
  '安全消防',
  '数字助老',
  '物资帮扶',
  '场地共享',
  '出行便利',
  '党员教育',
  '新就业关爱',
  '邻里互助',
] as const
export type Category = (typeof categories)[number]

/** 来源: how a need reached the centre, by its Chinese name in forms and sheets. */
export const needSources = {
  self: '本人',
  survey: '问卷',
  visit: '入户走访',
  group: '微信群',
  hotline: '热线',
  hall: '议事厅',
} as const
export type NeedSource = keyof typeof needSources

/** 层级 of a centre, by the depth of its id. */
export const centreLevels = ['district', 'street', 'community', 'station'] as const
export type CentreLevel = (typeof centreLevels)[number]
export const centreLevelNames: Readonly<Record<CentreLevel, string>> = {
  district: '区',
  street: '街道',
  community: '社区',
  station: '党群服务站',
}
