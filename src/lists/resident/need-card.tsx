import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import { needStates } from '../need-state'
import { servicePath } from '../paths'
import type { MyNeed } from '../shown'
import { needTimes, whenText } from '../words'

/** One need as its owner sees it: the words, how it stands, what is next, and taking it back. */
export function NeedCard({ centreId, need }: { centreId: string; need: MyNeed }) {
  const { send, busy, refusal } = useWrite(lists.withdrawNeed)
  const { tone, word, next } = needStates[need.state]
  const { projectId } = need
  const withdraw = async () => {
    if (!(await ask('撤回这条需求', '撤回后社区不再为它找单位,以后可以重新说。', '撤回'))) return
    if (await send({ centreId, needId: need.id })) say('已撤回')
  }
  const people = need.headcount > 1 ? ` · ${need.headcount} 人` : ''
  const visit = need.mobilityImpaired ? ' · 需要上门' : ''
  return (
    <Card title={need.text} aside={<StatusTag tone={tone} word={word} />}>
      <Note>
        {need.beneficiary.join('、')} · {needTimes(need)}
        {people}
        {visit}
      </Note>
      <Note>{whenText(need.at)} 说的</Note>
      {next && <Note>{next}</Note>}
      <Side>
        {need.state === 'matched' && projectId && (
          <Button text="看配上的服务" onTap={() => open(servicePath(centreId, projectId))} />
        )}
        {(need.state === 'open' || need.state === 'gap') && (
          <Button text="撤回" label={`撤回,${need.text}`} busy={busy} onTap={() => void withdraw()} />
        )}
      </Side>
      <RefusalNotice refusal={refusal} />
    </Card>
  )
}
