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

/** 餐次, in the order of the day. */
export const mealSlots = ['breakfast', 'lunch', 'dinner'] as const
export type MealSlot = (typeof mealSlots)[number]
export const mealSlotNames: Readonly<Record<MealSlot, string>> = {
  breakfast: '早餐',
  lunch: '午餐',
  dinner: '晚餐',
}

/** 饮食要求: what a diner needs, and what a dish is. A dish suits a need when it carries the same word. */
export const dietTags = ['低盐', '低糖', '软烂', '清真', '素食'] as const
export type DietTag = (typeof dietTags)[number]

/** 过敏原 and what people avoid, as a dish declares it. */
export const allergens = [
  '花生坚果',
  '鱼',
  '虾蟹',
  '蛋',
  '奶',
  '大豆',
  '麸质',
  '猪肉',
  '牛羊肉',
  '辛辣',
] as const
export type Allergen = (typeof allergens)[number]

/** 重点关爱标签 of an elder. */
export const careTags = ['独居', '空巢', '失能', '低保', '残疾', '计生特扶', '优抚'] as const
export type CareTag = (typeof careTags)[number]
