import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch, monthText } from '../../ui/month-switch'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { today } from '../today'
import { BillTable } from './bill-table'
import { monthsBefore } from './months'

/** How many months back can be chosen, this one included. */
const monthsShown = 6

/** 收钱和账单: what a month cost everybody, what is still owed, and the way to take money. */
function BillsPage({ centreId }: AtWork) {
  const months = monthsBefore(today(), monthsShown)
  const [month, setMonth] = useState(today().slice(0, 7))
  const bills = useReadPages(canteen.bills, { centreId, month })
  const owing = bills.data?.filter(({ balance }) => balance < 0).length ?? 0
  const sentence = owing > 0 ? `${owing}${bills.more ? ' 位以上' : ' 位'}现在还欠着` : '谁吃了几顿,该交多少'
  return (
    <Page title="收钱和账单" sentence={sentence} reading={bills}>
      <MonthSwitch months={months} month={month} onChange={setMonth} />
      <Loaded reading={bills} rows={6}>
        {(rows) =>
          rows.length > 0 ? (
            <BillTable centreId={centreId} rows={rows} />
          ) : (
            <EmptyState why={`${monthText(month)}还没有账单。有了通过审核的用餐人,这里就有他们的账户`} />
          )
        }
      </Loaded>
      <MoreRows reading={bills} />
    </Page>
  )
}

export default atWork(BillsPage)
