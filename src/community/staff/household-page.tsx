import { useRouter } from '@tarojs/taro'
import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { type AtWork, atWork } from '../at-work'
import { MemberCard } from './member-card'

/** One household and its members, masked. */
function HouseholdPage({ centreId }: AtWork) {
  const { householdId = '' } = useRouter().params
  const household = useRead(community.household, { centreId, householdId })
  const { data } = household
  return (
    <Page
      title={data ? `${data.building} ${data.room}` : '住户'}
      sentence={data && `${data.members.length} 位成员`}
      reading={household}
    >
      <Loaded reading={household}>
        {({ members }) => (
          <>
            {members.map((member) => (
              <MemberCard key={member.residentId} centreId={centreId} member={member} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(HouseholdPage)
