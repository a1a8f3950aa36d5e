import { asInstant, momentText } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { useWrite } from '../../cloud/use-write'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { RefusalNotice } from '../../ui/refusal-notice'
import { mediationDeskPath } from '../staff-paths'

/** Mediations nobody has taken: when they were asked for; what about is read by whoever takes one. */
export function MediationsToTake({ centreId }: { centreId: string }) {
  const reading = useReadPages(hall.mediationsToTake, { centreId })
  const { send, busy, refusal } = useWrite(hall.takeMediation)
  const take = async (mediationId: string) => {
    if (await send({ centreId, mediationId })) open(mediationDeskPath(centreId, mediationId))
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Loaded reading={reading}>
        {(rows) =>
          rows.length > 0 ? (
            <>
              {rows.map(({ mediationId, askedAt }) => {
                const when = momentText(asInstant(askedAt), asInstant(Date.now()))
                return (
                  <Card key={mediationId} title={`${when}申请`}>
                    <Button
                      text="我来调解"
                      label={`我来调解,${when}申请的`}
                      busy={busy}
                      onTap={() => void take(mediationId)}
                    />
                  </Card>
                )
              })}
              <Note>接了才看得到是什么事。要是认识当事人,交回去请同事接。</Note>
            </>
          ) : (
            <EmptyState why="现在没有等人接的。居民申请了,就出现在这里。" />
          )
        }
      </Loaded>
      <MoreRows reading={reading} />
    </>
  )
}
