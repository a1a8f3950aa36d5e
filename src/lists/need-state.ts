import type { Tone } from '../ui/status-tag'
import type { MyNeed } from './shown'

interface NeedStateWords {
  readonly tone: Tone
  readonly word: string
  /** What happens next. */
  readonly next: string
}

/** How a need (需求) stands, in the words of the one who said it. */
export const needStates: Readonly<Record<MyNeed['state'], NeedStateWords>> = {
  open: { tone: 'calm', word: '待对接', next: '社区正在找合适的单位' },
  matched: { tone: 'good', word: '已配上,见服务', next: '出现在清单里后就可以报名' },
  gap: { tone: 'warn', word: '正在找单位', next: '现有单位都不合适,社区在联系新的' },
  served: { tone: 'good', word: '已办好', next: '' },
  withdrawn: { tone: 'calm', word: '已撤回', next: '' },
}
