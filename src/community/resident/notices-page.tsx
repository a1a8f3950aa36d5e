import { community } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { useWrite } from '../../cloud/use-write'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { NoticeCard } from './notice-card'

/** 通知: what the community told one, newest first. */
export default function NoticesPage() {
  const reading = useReadPages(community.notices, {})
  const { send, busy, refusal } = useWrite(community.readNotices)
  const unread = reading.data?.filter(({ read }) => !read).length ?? 0
  const sentence = reading.data && (unread > 0 ? `${unread} 条没看过` : '都看过了')
  return (
    <Page title="通知" sentence={sentence} reading={reading}>
      <Loaded reading={reading}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState why="还没有通知。报名、登记、需求有进展时会告诉您。" />
          ) : (
            rows.map((notice) => <NoticeCard key={notice.id} notice={notice} />)
          )
        }
      </Loaded>
      <MoreRows reading={reading} />
      <RefusalNotice refusal={refusal} />
      {unread > 0 && <MainButton text={`这 ${unread} 条都看过了`} busy={busy} onTap={() => void send({})} />}
    </Page>
  )
}
