import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import './match.scss'

/** What a member of staff just decided about a need; `text` are the need's words. */
export type Decision = { readonly needId: string; readonly text: string } & (
  | {
      readonly kind: 'accepted'
      readonly title: string
      readonly projectId: string
      readonly joined: boolean
    }
  | { readonly kind: 'rejected'; readonly title: string; readonly reason: string }
  | { readonly kind: 'gap' }
  | { readonly kind: 'reopened' }
)

const said = (decision: Decision): string => {
  switch (decision.kind) {
    case 'accepted':
      return decision.joined ? `已并入服务项目「${decision.title}」` : `已生成服务项目「${decision.title}」`
    case 'rejected':
      return `记下了:「${decision.title}」${decision.reason}`
    case 'gap':
      return '已记进资源缺口清单'
    case 'reopened':
      return '已放回待对接'
  }
}

interface DecisionBarProps {
  centreId: string
  decision: Decision
  onDecision: (decision: Decision | undefined) => void
}

/** Says what became of the last decision, where to go on, and takes it back. Stays in sight while one scrolls. */
export function DecisionBar({ centreId, decision, onDecision }: DecisionBarProps) {
  const reopen = useWrite(lists.reopenNeed)
  const { needId, text } = decision
  const canUndo = decision.kind === 'accepted' || decision.kind === 'gap'
  const undo = async () => {
    if (await reopen.send({ centreId, needId })) onDecision({ kind: 'reopened', needId, text })
  }
  const toProject = (projectId: string) =>
    void Taro.navigateTo({ url: `/lists/staff/project-page?centreId=${centreId}&projectId=${projectId}` })
  return (
    <View className="decision-bar" aria-live="polite">
      <View>✓ {said(decision)}</View>
      <View className="note decision-bar__need">「{text}」</View>
      <Side>
        {decision.kind === 'accepted' && (
          <Button text="看服务项目" onTap={() => toProject(decision.projectId)} />
        )}
        {canUndo && <Button text="放回待对接" kind="quiet" busy={reopen.busy} onTap={() => void undo()} />}
        <Button text="知道了" kind="quiet" onTap={() => onDecision(undefined)} />
      </Side>
      <RefusalNotice refusal={reopen.refusal} />
    </View>
  )
}
