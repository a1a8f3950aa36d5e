import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch } from '../../ui/month-switch'
import { Page } from '../../ui/page'
import { PassbookStatement } from '../statement'
import { HouseholdChanges } from './household-changes'
import { ReverseLine } from './reverse-line'
import { SpendersCard } from './spenders-card'

/** One household's passbook for staff: the statement, corrections, who may spend, and households that change. */
function PassbookOfPage({ centreId }: AtWork) {
  const { passbookId = '' } = useRouter().params
  const [month, setMonth] = useState<string>()
  const passbook = useRead(points.passbook, { centreId, passbookId, ...(month && { month }) })
  const { data } = passbook
  return (
    <Page
      title={data ? `${data.building} ${data.room}` : '存折'}
      sentence={data && `余额 ${data.balance}${data.state === 'closed' ? ' · 已并入别户' : ''}`}
      reading={passbook}
    >
      <Loaded reading={passbook} rows={6}>
        {(shown) => (
          <>
            <MonthSwitch months={shown.months} month={shown.month} onChange={setMonth} />
            <PassbookStatement
              statement={shown}
              action={(line) =>
                shown.state === 'open' && (
                  <ReverseLine centreId={centreId} passbookId={passbookId} line={line} />
                )
              }
            />
            {shown.state === 'open' && (
              <>
                <SpendersCard centreId={centreId} passbook={shown} />
                <HouseholdChanges centreId={centreId} passbook={shown} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(PassbookOfPage)
