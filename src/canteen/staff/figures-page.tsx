import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { Button } from '../../ui/button'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch } from '../../ui/month-switch'
import { openSheet } from '../../ui/open-sheet'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { today } from '../today'
import { FiguresView } from './figures-view'
import { OfCanteen } from './of-canteen'
import { ReconciliationCard } from './reconciliation-card'
import { useCanteen } from './use-canteen'

/** This month and the five before it. */
const lastMonths = (): string[] => {
  const year = Number(today().slice(0, 4))
  const month = Number(today().slice(5, 7)) - 1
  return [0, 1, 2, 3, 4, 5].map((back) => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 7))
}

/** 食堂的数: what a month came to, whether it adds up, and the sheet for the funds. */
function FiguresPage({ centreId }: AtWork) {
  const chosen = useCanteen(centreId)
  const [month, setMonth] = useState(today().slice(0, 7))
  const canteenId = chosen.canteen?.canteenId
  const asked = canteenId ? { centreId, canteenId, month } : undefined
  const figures = useRead(canteen.figures, asked)
  const checks = useRead(canteen.mealReconciliations, asked)
  const sheet = useWrite(canteen.monthSheet)
  const print = async () => {
    const done = asked && (await sheet.send(asked))
    if (done) await openSheet(done.url)
  }
  return (
    <Page title="食堂的数" sentence={chosen.canteen?.name} reading={figures}>
      <OfCanteen chosen={chosen}>
        {() => (
          <>
            <MonthSwitch months={lastMonths()} month={month} onChange={setMonth} />
            <Loaded reading={figures} rows={5}>
              {(data) => <FiguresView figures={data} />}
            </Loaded>
            <Loaded reading={checks}>{({ rows }) => <ReconciliationCard rows={rows} />}</Loaded>
            <RefusalNotice refusal={sheet.refusal} />
            <Button text="导出本月助餐表(有姓名,会记下谁导出)" busy={sheet.busy} onTap={() => void print()} />
          </>
        )}
      </OfCanteen>
    </Page>
  )
}

export default atWork(FiguresPage)
