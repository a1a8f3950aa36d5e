import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import type { DinerOfRoster } from '../shown'
import { addDinerPath, dinerOfStaffPath } from '../staff-paths'
import { money } from '../words'
import { ageWords, dinerStates } from './diner-states'

/** 用餐人: the roster by state, those who wait for a decision first. */
function DinersPage({ centreId }: AtWork) {
  const { params } = useRouter()
  const asked = dinerStates.find(({ value }) => value === params.state)?.value
  const [state, setState] = useState<DinerOfRoster['state']>(asked ?? 'pending')
  const diners = useReadPages(canteen.diners, { centreId, state })
  const nobody = dinerStates.find(({ value }) => value === state)?.nobody ?? ''
  return (
    <Page title="用餐人" sentence="核对证件后通过,补贴自动按年龄和标签算" reading={diners}>
      <ChooseOne label="哪些用餐人" value={state} onChange={setState} choices={dinerStates} />
      <Loaded reading={diners} rows={6}>
        {(rows) =>
          rows.length > 0 ? (
            <Card>
              {rows.map((diner) => (
                <RosterRow key={diner.dinerId} diner={diner} />
              ))}
            </Card>
          ) : (
            <EmptyState why={nobody} />
          )
        }
      </Loaded>
      <MoreRows reading={diners} />
      <MainButton text="替老人登记" onTap={() => open(addDinerPath(centreId))} />
    </Page>
  )
}

function RosterRow({ diner }: { diner: DinerOfRoster }) {
  const { centreId, dinerId, name, building, room, age, subsidy, state, balance, registeredBy } = diner
  const isPending = state === 'pending'
  const note = [ageWords(age), ...(isPending ? [`${registeredBy} 登记`] : [subsidy])].filter(Boolean)
  return (
    <Row
      title={`${building} ${room} ${name}`}
      note={note.join(' · ')}
      aside={!isPending && state !== 'rejected' && money(balance)}
      onTap={() => open(dinerOfStaffPath(centreId, dinerId))}
    />
  )
}

export default atWork(DinersPage)
