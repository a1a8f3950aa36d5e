import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { forgetKept } from '../../cloud/kept'
import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { homePath, open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'

/** 注销账号: says what goes and what stays, and asks for the full name, because it cannot be undone. */
export function DeleteAccount() {
  const client = useQueryClient()
  const { send, busy, refusal } = useWrite(community.deleteMyAccount)
  const [asked, setAsked] = useState(false)
  const [name, setName] = useState('')
  const remove = async () => {
    if (!(await send({ name: name.trim() }))) return
    forgetKept()
    // every page asks again when it is shown
    void client.invalidateQueries({ refetchType: 'none' })
    setAsked(false)
    open(homePath)
    say('账号已注销,以后想回来可以重新登记')
  }
  return (
    <Card title="注销账号">
      <Note>您的姓名、电话、通知都会删掉,不能恢复。</Note>
      <Note>家里的积分存折留给家人,历史里只剩打码的姓名。</Note>
      <Note>还没结束的报名、班次和送餐要先取消或做完;担任职务的,要先请同事免去。</Note>
      <Button text="注销账号" kind="quiet" onTap={() => setAsked(true)} />
      {asked && (
        <Sheet title="注销账号" open onClose={() => setAsked(false)}>
          <TextField
            label="您的姓名"
            hint="写登记时的姓名,表示是您本人要注销"
            value={name}
            onChange={setName}
            max={20}
          />
          <RefusalNotice refusal={refusal} />
          <Button
            text="注销,不能恢复"
            kind="main"
            busy={busy}
            disabled={name.trim() === ''}
            onTap={() => void remove()}
          />
        </Sheet>
      )}
    </Card>
  )
}
