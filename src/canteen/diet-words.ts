import type { Allergen, CareTag, DietTag } from '../../types/common/words'

// Spelled out once more, because pages import only types from the contracts; the types hold them to the same words.
/** Needs in the order they are asked. */
export const needWords: readonly DietTag[] = ['低盐', '低糖', '软烂', '清真', '素食']
/** What people avoid, the most common first. */
export const avoidWords: readonly Allergen[] = [
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
]
/** 重点关爱标签 in the order they are asked. */
export const careTagWords: readonly CareTag[] = ['独居', '空巢', '失能', '低保', '残疾', '计生特扶', '优抚']
