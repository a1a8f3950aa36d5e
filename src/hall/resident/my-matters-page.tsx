import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { MatterRowView } from '../matter-row-view'
import { matterPath, raisePath } from '../paths'

/** 我提的事: how far each is, first of all what waits for one's own word. */
export default function MyMattersPage() {
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const reading = useReadPages(hall.myMatters, joined ? { centreId } : undefined)
  const waiting = reading.data?.filter(({ state }) => state === 'answered').length ?? 0
  const sentence = waiting > 0 ? `${waiting} 件有答复了,请您说一声解决了没有` : '办到哪一步都看得见'
  return (
    <Page title="我提的事" sentence={reading.data && sentence} reading={reading}>
      {!joined && <NotJoined me={me} what="就能提事" />}
      {joined && (
        <>
          <Loaded reading={reading}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState why="您还没有提过事。看到什么、想到什么,都可以提" />
              ) : (
                <Card>
                  {rows.map((matter) => (
                    <MatterRowView
                      key={matter.matterId}
                      matter={matter}
                      onTap={() => open(matterPath(matter.matterId))}
                    />
                  ))}
                </Card>
              )
            }
          </Loaded>
          <MoreRows reading={reading} />
          <MainButton text="提一件事" onTap={() => open(raisePath)} />
        </>
      )}
    </Page>
  )
}
