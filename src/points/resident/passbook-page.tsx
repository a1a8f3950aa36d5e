import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch } from '../../ui/month-switch'
import { Page } from '../../ui/page'
import { NotMember } from '../not-member'
import { PassbookStatement } from '../statement'
import { useMember } from '../use-member'
import { HouseholdOfPassbook } from './household-of-passbook'
import { StatementExport } from './statement-export'

/** 积分存折: the household's statement, month by month, as in a bank passbook. */
export default function PassbookPage() {
  const { me, centreId, member } = useMember()
  const [month, setMonth] = useState<string>()
  const asked = month === undefined ? {} : { month }
  const passbook = useRead(points.myPassbook, member && centreId ? { centreId, ...asked } : undefined)
  const sentence =
    passbook.data && `${passbook.data.building} ${passbook.data.room} · 余额 ${passbook.data.balance}`
  return (
    <Page title="积分存折" sentence={sentence} reading={passbook}>
      {me.data && !member && <NotMember me={me} />}
      {member && centreId && (
        <Loaded reading={passbook} rows={6}>
          {(data) => (
            <>
              <MonthSwitch months={data.months} month={data.month} onChange={setMonth} />
              <PassbookStatement statement={data} />
              <StatementExport centreId={centreId} statement={data} />
              <HouseholdOfPassbook centreId={centreId} passbook={data} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
