import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch, monthText } from '../../ui/month-switch'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { dinersPath } from '../staff-paths'
import { today } from '../today'
import { BillTable } from './bill-table'
import { monthsBefore } from './months'

/** How many months back can be chosen. */
const monthsShown = 6

/** 收钱和账单: money of anybody, and what each month that is over cost whom and who still owes. */
function BillsPage({ centreId }: AtWork) {
  const months = monthsBefore(today(), monthsShown)
  const [month, setMonth] = useState(months[0] ?? '')
  const bills = useReadPages(canteen.bills, { centreId, month })
  const owing = bills.data?.filter(({ balance }) => balance < 0).length ?? 0
  const sentence =
    owing > 0 ? `${owing}${bills.more ? ' 位以上' : ' 位'}现在还欠着` : '账单每月 1 日出,说的是上个月'
  return (
    <Page title="收钱和账单" sentence={sentence} reading={bills}>
      <Card>
        <Row
          title="给一位老人收钱、退钱"
          note="在用餐人里点名字,再点「餐费账户」"
          onTap={() => open(dinersPath(centreId, 'approved'))}
        />
      </Card>
      <MonthSwitch months={months} month={month} onChange={setMonth} />
      <Loaded reading={bills} rows={6}>
        {(rows) =>
          rows.length > 0 ? (
            <BillTable centreId={centreId} rows={rows} />
          ) : (
            <EmptyState why={`${monthText(month)}没有账单:没有人用餐,也没有人欠着`} />
          )
        }
      </Loaded>
      <MoreRows reading={bills} />
    </Page>
  )
}

export default atWork(BillsPage)
