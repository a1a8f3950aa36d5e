import { asInstant, dayText, shanghaiDay } from '../../types/common/time'
import { tierNames } from '../../types/hall.words'
import type { Tone } from '../ui/status-tag'
import type { Matter, MatterRow } from './shown'

/** What a matter's state means to people. */
export const matterStates: Readonly<
  Record<MatterRow['state'], { readonly tone: Tone; readonly word: string }>
> = {
  raised: { tone: 'own', word: '等社区分办' },
  underWay: { tone: 'warn', word: '在办' },
  answered: { tone: 'own', word: '已答复,等确认' },
  closed: { tone: 'good', word: '已办结' },
  withdrawn: { tone: 'calm', word: '已撤回' },
  refused: { tone: 'calm', word: '没有受理' },
}

const dayOf = (at: number): string => dayText(shanghaiDay(asInstant(at)))

/** How a matter stands, in one sentence. */
export const matterSentence = (
  matter: Pick<Matter, 'state' | 'tier' | 'late' | 'dueAt' | 'mine' | 'confirmBy'>,
): string => {
  switch (matter.state) {
    case 'raised':
      return '社区看到后分办'
    case 'underWay': {
      const how = matter.tier === '' ? '' : `${tierNames[matter.tier]},`
      return matter.late ? `${how}过了答复的日子,社区在补办` : `${how}${dayOf(matter.dueAt)}前答复`
    }
    case 'answered':
      return matter.mine && matter.confirmBy > 0
        ? `有答复了,请在${dayOf(matter.confirmBy)}前说一声解决了没有`
        : '有答复了,等提的人确认'
    case 'closed':
      return '办结了'
    case 'withdrawn':
      return '已经撤回'
    case 'refused':
      return '没有受理,原因写在下面'
  }
}
