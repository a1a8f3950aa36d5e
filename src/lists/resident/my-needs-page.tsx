import { lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { open } from '../../pages/open'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { sayNeedPath } from '../paths'
import { NeedCard } from './need-card'

/** 我的需求: what one asked for and how it stands. */
export default function MyNeedsPage() {
  const { me, centreId, standing } = useCentre()
  const reading = useReadPages(lists.myNeeds, standing === 'joined' && centreId ? { centreId } : undefined)
  const waiting = reading.data?.filter(({ state }) => state === 'open' || state === 'gap').length
  const sentence = waiting === undefined ? undefined : waiting > 0 ? `${waiting} 条在办` : '没有在办的需求'
  return (
    <Page title="我的需求" sentence={sentence} reading={reading}>
      {standing !== 'joined' && <NotJoined me={me} what="就能说需求、看进展" />}
      {standing === 'joined' && centreId && (
        <Loaded reading={reading}>
          {(rows) => (
            <>
              {rows.length === 0 && (
                <EmptyState why="您还没有说过需求。说出来,社区每个月按大家的需求安排服务。" />
              )}
              {rows.map((need) => (
                <NeedCard key={need.id} centreId={centreId} need={need} />
              ))}
              <MoreRows reading={reading} />
              <MainButton text="说一条需求" onTap={() => open(sayNeedPath)} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
