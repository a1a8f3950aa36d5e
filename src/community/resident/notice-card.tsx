import type { OutputOf } from '../../../types/common/contract'
import type { communityContract } from '../../../types/community.contract'
import { whenText } from '../../lists/words'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'

type Notice = OutputOf<typeof communityContract, 'notices'>['rows'][number]

/** One notice with the way to what it is about. */
export function NoticeCard({ notice }: { notice: Notice }) {
  const { title, text, at, page, read } = notice
  return (
    <Card title={title} aside={!read && <StatusTag tone="own" word="没看过" />}>
      <Note>{text}</Note>
      <Note>{whenText(at)}</Note>
      {page && <Button text="去看看" label={`去看看,${title}`} onTap={() => open(page)} />}
    </Card>
  )
}
