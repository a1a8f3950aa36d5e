import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch } from '../../ui/month-switch'
import { Page } from '../../ui/page'
import { AccountStatement } from '../account-statement'
import type { MyDiner } from '../shown'
import { useDiner } from '../use-diner'
import { money } from '../words'
import { OfDiner } from './of-diner'

/** 餐费账户: balance and every meal, in and out, as in a bank passbook. */
export default function AccountPage() {
  const chosen = useDiner()
  const { diner } = chosen
  return (
    <Page
      title="餐费账户"
      sentence={diner && `${diner.name} · 余额 ${money(diner.balance)}`}
      reading={chosen.diners}
    >
      <OfDiner chosen={chosen} anyState>
        {(one) => <Account key={one.dinerId} diner={one} />}
      </OfDiner>
    </Page>
  )
}

function Account({ diner }: { diner: MyDiner }) {
  const { centreId, dinerId, owesUpTo } = diner
  const [month, setMonth] = useState<string>()
  const account = useRead(canteen.account, { centreId, dinerId, ...(month !== undefined && { month }) })
  return (
    <Loaded reading={account} rows={6}>
      {(data) => (
        <>
          <Note>
            {owesUpTo > 0
              ? `月底结账,最多可以先欠 ${money(owesUpTo)}。`
              : '先充值后订餐,充值请到社区或食堂。取消的钱马上退回这里。'}
          </Note>
          <MonthSwitch months={data.months} month={data.month} onChange={setMonth} />
          <AccountStatement account={data} />
        </>
      )}
    </Loaded>
  )
}
