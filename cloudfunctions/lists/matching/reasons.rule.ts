import type { Feasibility } from './feasibility.rule'
import type { MatchableResource } from './matchable'

const dayNames = ['', '一', '二', '三', '四', '五', '六', '日']

/** Says weekdays the way a notice board does: 「每天」「周一至周五」「周二、周四」. */
export const sayWeekdays = (weekdays: readonly number[]): string => {
  const days = [...new Set(weekdays)].sort((a, b) => a - b)
  const [first, last] = [days[0], days[days.length - 1]]
  if (first === undefined || last === undefined) return '时间另约'
  if (days.length === 7) return '每天'
  if (days.length > 2 && last - first === days.length - 1) return `周${dayNames[first]}至周${dayNames[last]}`
  return days.map((day) => `周${dayNames[day]}`).join('、')
}

const sayWhen = (resource: MatchableResource): string =>
  `${sayWeekdays(resource.weekdays)} ${resource.hours.replace('-', '—')}`

const sayDistance = (meters: number): string =>
  meters < 950 ? `${Math.max(1, Math.round(meters / 100)) * 100} 米` : `${(meters / 1000).toFixed(1)} 公里`

/** What speaks for a resource, in words for people; the first reason names the services that met. */
export const sayReasons = (
  resource: MatchableResource,
  judged: Feasibility,
  services: readonly string[],
): string[] => {
  const reasons = services.map((service) => `能做：${service}`)
  if (judged.audience !== 'closed' && judged.ageFits) {
    reasons.push(judged.audience === 'aimed' ? `对象符合（${resource.audience.join('、')}）` : '对象符合')
  }
  if (judged.mobility === 'comes') reasons.push('可上门')
  if (judged.mobility === 'telephone') reasons.push('可电话或线上服务')
  if (judged.time === 'fits') reasons.push(`时间合适（${sayWhen(resource)}）`)
  if (judged.meters !== undefined) reasons.push(sayDistance(judged.meters))
  return reasons
}

const sayTimeObstacle: Record<Feasibility['time'], string | undefined> = {
  fits: undefined,
  unstated: undefined,
  'wrong-days': '日子对不上',
  'wrong-hours': '钟点对不上',
  'leaves-gap': '看护时间盖不住',
  'holidays-only': '只在寒暑假',
}

/** What speaks against a resource, in words for people; empty when nothing does. */
export const sayObstacles = (resource: MatchableResource, judged: Feasibility): string[] => {
  const obstacles: string[] = []
  const time = sayTimeObstacle[judged.time]
  if (time) obstacles.push(`${time}：${sayWhen(resource)}`)
  if (judged.audience === 'closed') obstacles.push(`仅面向${resource.audience.join('、')}`)
  if (!judged.ageFits) obstacles.push('年龄不在服务范围')
  if (judged.mobility === 'cannot') obstacles.push('不能上门')
  if (!judged.headcountFits) obstacles.push(`每次最多 ${resource.capacityPerSession} 人`)
  return obstacles
}
