import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import type { Decision } from './match-decision'
import type { BoardRow } from './rows'

interface SettledNeedProps {
  centreId: string
  row: BoardRow
  onDecision: (decision: Decision) => void
}

/** A need that was matched or put on the gap list: where it went, and the way back. */
export function SettledNeed({ centreId, row: { need, suggestions }, onDecision }: SettledNeedProps) {
  const reopen = useWrite(lists.reopenNeed)
  const back = async () => {
    if (await reopen.send({ centreId, needId: need.id }))
      onDecision({ kind: 'reopened', needId: need.id, text: need.text })
  }
  const toProject = () =>
    void Taro.navigateTo({
      url: `/lists/staff/project-page?centreId=${centreId}&projectId=${need.projectId}`,
    })
  return (
    <View>
      {need.state === 'gap' && (
        <Note>
          {suggestions.length > 0
            ? `现在有 ${suggestions.length} 项资源可能接得上,放回去看看`
            : '还没有资源能接,可以去找找新的共建单位'}
        </Note>
      )}
      <Side>
        {need.projectId && <Button text="看服务项目" label={`${need.text},看服务项目`} onTap={toProject} />}
        <Button
          text="放回待对接"
          label={`${need.text},放回待对接`}
          busy={reopen.busy}
          onTap={() => void back()}
        />
      </Side>
      <RefusalNotice refusal={reopen.refusal} />
    </View>
  )
}
