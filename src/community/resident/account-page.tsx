import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { openSheet } from '../../ui/open-sheet'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { DeleteAccount } from './delete-account'

/** 我的资料和账号: taking away what is kept about oneself, and ending it. */
export default function AccountPage() {
  const { send, busy, refusal } = useWrite(community.exportMyData)
  const exported = async () => {
    const sheet = await send({})
    if (sheet) await openSheet(sheet.url)
  }
  return (
    <Page title="我的资料和账号" sentence="资料是您的,随时可以拿走,也可以不用了">
      <Card title="导出我的资料">
        <Note>姓名、电话、登记的住处、说过的需求、报名、班次、兑换、订餐和通知,都在一张表格里。</Note>
        <Button text="导出成表格" busy={busy} onTap={() => void exported()} />
        <RefusalNotice refusal={refusal} />
      </Card>
      <DeleteAccount />
    </Page>
  )
}
