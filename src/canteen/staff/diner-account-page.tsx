import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Columns, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch } from '../../ui/month-switch'
import { Page } from '../../ui/page'
import { AccountStatement } from '../account-statement'
import { money } from '../words'
import { ReverseTopUp } from './reverse-top-up'
import { TillForm } from './till-form'

/** One diner's account for the staff: money in, money back, every meal, and what was booked wrongly. */
function DinerAccountPage({ centreId }: AtWork) {
  const { dinerId = '' } = useRouter().params
  const [month, setMonth] = useState<string>()
  const account = useRead(canteen.accountOfStaff, {
    centreId,
    dinerId,
    ...(month !== undefined && { month }),
  })
  const { data } = account
  return (
    <Page
      title={data ? `${data.name}的餐费账户` : '餐费账户'}
      sentence={data && `余额 ${money(data.balance)}`}
      reading={account}
    >
      <Loaded reading={account} rows={6}>
        {(shown) => (
          <>
            <Note>
              {shown.owesUpTo > 0 ? `月底结账,最多可以先欠 ${money(shown.owesUpTo)}。` : '先充值后订餐。'}
            </Note>
            <Columns>
              <TillForm centreId={centreId} account={shown} way="in" />
              <TillForm centreId={centreId} account={shown} way="out" />
            </Columns>
            <MonthSwitch months={shown.months} month={shown.month} onChange={setMonth} />
            <AccountStatement
              account={shown}
              action={(id) => (
                <ReverseTopUp
                  centreId={centreId}
                  dinerId={dinerId}
                  line={shown.lines.find((line) => line.id === id)}
                />
              )}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(DinerAccountPage)
