import { asInstant, type ShanghaiDay, shanghaiDay } from '../../types/common/time'

/** The day it is in China now. */
export const today = (): ShanghaiDay => shanghaiDay(asInstant(Date.now()))
