import type { DinerOfRoster } from '../shown'

type State = DinerOfRoster['state']

/** How the staff call the states of a diner (用餐人), those who wait first; and what an empty list means. */
export const dinerStates: readonly {
  readonly value: State
  readonly word: string
  readonly nobody: string
}[] = [
  { value: 'pending', word: '待审核', nobody: '没有等着审核的。家属登记以后会出现在这里' },
  { value: 'approved', word: '已通过', nobody: '还没有用餐人。家属登记后审核,或者您替老人登记' },
  { value: 'rejected', word: '退回', nobody: '没有退回的' },
  { value: 'ended', word: '停用', nobody: '没有停用的' },
]

/** 「86 岁」; that nobody checked the birth date, while nobody did. */
export const ageWords = (age: number): string => (age >= 0 ? `${age} 岁` : '生日还没核对')
