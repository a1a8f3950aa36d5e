import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { openSheet } from '../../ui/open-sheet'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { CounterCard, type CounterRow } from './counter-card'
import { FindRedemption } from './find-redemption'

/** 柜台: a pick-up code comes across the counter, goods go back. */
function CounterPage({ centreId }: AtWork) {
  const [found, setFound] = useState<CounterRow>()
  const waiting = useReadPages(points.counterList, { centreId })
  const sheet = useWrite(points.counterSheet)
  const print = async () => {
    const made = await sheet.send({ centreId })
    if (made) await openSheet(made.url)
  }
  return (
    <Page title="超市柜台" sentence="扫码或输 6 位数字,核对后交货" reading={waiting}>
      <FindRedemption centreId={centreId} onFound={setFound} />
      {found && <CounterCard centreId={centreId} row={found} onDone={() => setFound(undefined)} />}
      <Loaded reading={waiting}>
        {(rows) =>
          rows.length > 0 ? (
            <>
              <Button text="导出纸质名单" busy={sheet.busy} onTap={() => void print()} />
              <RefusalNotice refusal={sheet.refusal} />
              {rows
                .filter(({ redemptionId }) => redemptionId !== found?.redemptionId)
                .map((row) => (
                  <CounterCard key={row.redemptionId} centreId={centreId} row={row} />
                ))}
            </>
          ) : (
            <EmptyState why="现在没有等着取的" />
          )
        }
      </Loaded>
      <MoreRows reading={waiting} />
    </Page>
  )
}

export default atWork(CounterPage)
