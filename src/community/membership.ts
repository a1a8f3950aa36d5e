import type { Tone } from '../ui/status-tag'
import type { Me } from './use-centre'

interface MembershipWords {
  readonly tone: Tone
  readonly word: string
  /** What that means and what happens next. */
  readonly next: string
  /** What the user can do about it; absent when there is only waiting. */
  readonly action?: string
}

/** How the registration of a household (住户登记) stands. */
export const membershipWords = (me: Pick<Me, 'membership' | 'rejectedBecause'>): MembershipWords => {
  switch (me.membership) {
    case 'approved':
      return { tone: 'good', word: '已通过', next: '您是这里的住户' }
    case 'pending':
      return {
        tone: 'warn',
        word: '审核中',
        next: '工作人员正在核对,现在就可以报名和说需求。',
        action: '改一改登记',
      }
    case 'rejected':
      return {
        tone: 'late',
        word: '被退回',
        next: `${me.rejectedBecause ? `原因:${me.rejectedBecause}。` : ''}改好后可以再交一次。`,
        action: '改好再交',
      }
    case 'none':
      return {
        tone: 'calm',
        word: '还没登记',
        next: '看清单不用登记,报名时再填也可以。',
        action: '现在登记我家',
      }
  }
}
