import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { ChooseFirst } from '../../community/choose-first'
import { useCentre } from '../../community/use-centre'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { BalanceCard } from './balance-card'
import { NoPassbookYet } from './no-passbook-yet'
import { PointsEntries } from './points-entries'

/** 积分: what the household has, and the ways to earn and use it. */
export default function PointsPage() {
  const { me, centreId } = useCentre()
  const member = me.data?.membership === 'approved'
  const passbook = useRead(points.myPassbook, member && centreId ? { centreId } : undefined)
  return (
    <Page title="积分" sentence={me.data?.centre?.name} reading={passbook}>
      {me.data && !centreId && <ChooseFirst me={me} />}
      {me.data && centreId && !member && <NoPassbookYet me={me.data} />}
      {member && (
        <Loaded reading={passbook} rows={2}>
          {(data) => <BalanceCard passbook={data} />}
        </Loaded>
      )}
      {centreId && <PointsEntries member={member} />}
    </Page>
  )
}
