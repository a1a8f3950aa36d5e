import { fullDayText } from '../../types/common/time'
import type { Tone } from '../ui/status-tag'
import type { Mediation, MediationRow } from './shown'

/** What a mediation's state means to people. */
export const mediationStates: Readonly<
  Record<MediationRow['state'], { readonly tone: Tone; readonly word: string }>
> = {
  asked: { tone: 'own', word: '等调解员接' },
  underWay: { tone: 'warn', word: '正在调解' },
  agreed: { tone: 'good', word: '谈成了' },
  failed: { tone: 'calm', word: '没有谈成' },
  withdrawn: { tone: 'calm', word: '不调了' },
}

const underWayText = ({ role, mediator, agreement }: Mediation): string => {
  if (!agreement) return role === 'mediator' ? '把大家请到一起,听听两边怎么说' : `${mediator} 正在帮您调解`
  const waiting = agreement.waiting.join('、')
  if (role === 'mediator') {
    return agreement.objections.length > 0 ? '有人不同意,再商量一下' : `协议在等 ${waiting} 确认`
  }
  if (agreement.mine === '') return '协议写好了,请您看看同意不同意'
  return agreement.mine === 'objected' ? '您说了不同意,调解员会再商量' : `您已确认,等 ${waiting} 确认`
}

/** How a mediation stands, in one sentence for whoever reads it. */
export const mediationText = (mediation: Mediation): string => {
  const { state, followUpOn, endedBecause } = mediation
  switch (state) {
    case 'asked':
      return '收到了,有调解员接了会通知您'
    case 'underWay':
      return underWayText(mediation)
    case 'agreed':
      return followUpOn === '' ? '各方都确认了' : `各方都确认了,${fullDayText(followUpOn)}回访`
    case 'failed':
      return `没有谈成。${endedBecause}`
    case 'withdrawn':
      return '有一方不想再调,已经结束'
  }
}
