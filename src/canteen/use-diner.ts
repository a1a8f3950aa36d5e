import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { canteen } from '../cloud/rooms'
import { type Reading, useRead } from '../cloud/use-read'
import type { MyDiner } from './shown'

/** Whom the page orders for. */
export interface DinerChosen {
  readonly diners: Reading<{ readonly rows: readonly MyDiner[] }>
  /** The one of the link or the one chosen; else the first who may order, else the first. */
  readonly diner: MyDiner | undefined
  readonly choose: (dinerId: string) => void
}

/** The diners the user may order for, and the one the page is about. */
export function useDiner(): DinerChosen {
  const [chosen, choose] = useState(useRouter().params.dinerId)
  const diners = useRead(canteen.myDiners, {})
  const rows = diners.data?.rows ?? []
  const named = rows.find(({ dinerId }) => dinerId === chosen)
  return { diners, diner: named ?? rows.find(({ state }) => state === 'approved') ?? rows[0], choose }
}
