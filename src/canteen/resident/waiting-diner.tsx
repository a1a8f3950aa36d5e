import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { StatusTag, type Tone } from '../../ui/status-tag'
import { registerPath } from '../paths'
import type { MyDiner } from '../shown'

const standings: Readonly<Record<MyDiner['state'], { readonly tone: Tone; readonly word: string }>> = {
  pending: { tone: 'warn', word: '审核中' },
  approved: { tone: 'good', word: '已通过' },
  rejected: { tone: 'late', word: '被退回' },
  ended: { tone: 'calm', word: '已停用' },
}

/** A diner who cannot order yet, and why. */
export function WaitingDiner({ diner }: { diner: MyDiner }) {
  const { name, state, rejectedBecause } = diner
  return (
    <Card title={name} aside={<StatusTag {...standings[state]} />}>
      {state === 'pending' && <Note>社区核对身份证上的出生日期后就能订餐,通过时会通知您。</Note>}
      {rejectedBecause !== '' && <Note>原因:{rejectedBecause}</Note>}
      {state === 'rejected' && <Button text="改好再登记" kind="main" onTap={() => open(registerPath)} />}
      {state === 'ended' && <Note>要重新开通,请和社区联系。</Note>}
    </Card>
  )
}
