import { useRouter } from '@tarojs/taro'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card, Columns } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import type { DinerOfStaff } from '../shown'
import { dinerAccountPath } from '../staff-paths'
import { money } from '../words'
import { DecideDiner } from './decide-diner'
import { DinerFacts } from './diner-facts'
import { DinerForm } from './diner-form'
import { dinerStates } from './diner-states'
import { EndDiner } from './end-diner'

/** One diner for the staff: facts masked, the decision, what the staff set, who in the family orders. */
function DinerPage({ centreId }: AtWork) {
  const { dinerId = '' } = useRouter().params
  const diner = useRead(canteen.diner, { centreId, dinerId })
  const { data } = diner
  const state = dinerStates.find(({ value }) => value === data?.state)?.word
  return (
    <Page
      title={data?.name ?? '用餐人'}
      sentence={data && [state, data.subsidy].filter(Boolean).join(' · ')}
      reading={diner}
    >
      <Loaded reading={diner} rows={6}>
        {(shown) => (
          <>
            <Columns>
              <DinerFacts key={shown.dinerId} diner={shown} />
              <Family family={shown.family} />
            </Columns>
            {shown.state === 'pending' && <DecideDiner diner={shown} />}
            {(shown.state === 'approved' || shown.state === 'ended') && <AccountRow diner={shown} />}
            {shown.state === 'approved' && (
              <>
                <DinerForm key={shown.dinerId} diner={shown} />
                <EndDiner diner={shown} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Family({ family }: Pick<DinerOfStaff, 'family'>) {
  return (
    <Card title="能替老人订餐的家人">
      {family.map(({ residentId, name, relation }) => (
        <Row key={residentId} title={name} aside={relation} />
      ))}
      {family.length === 0 && <Row title="没有绑定家人" note="老人打电话或到社区来订" />}
    </Card>
  )
}

function AccountRow({ diner }: { diner: DinerOfStaff }) {
  const { centreId, dinerId, balance, owesUpTo } = diner
  return (
    <Card>
      <Row
        title="餐费账户"
        note={owesUpTo > 0 ? `月底结账,最多先欠 ${money(owesUpTo)}` : '先充值后订餐'}
        aside={money(balance)}
        onTap={() => open(dinerAccountPath(centreId, dinerId))}
      />
    </Card>
  )
}

export default atWork(DinerPage)
