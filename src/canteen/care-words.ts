import type { CareTag } from '../../types/common/words'

// Spelled out once more, because pages import only types from the contracts; the type holds them to the same words.
/** 重点关爱标签, as the staff choose them. */
export const careWords: readonly CareTag[] = ['独居', '空巢', '失能', '低保', '残疾', '计生特扶', '优抚']
