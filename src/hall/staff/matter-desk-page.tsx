import { useRouter } from '@tarojs/taro'
import { stepNames } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Card, Columns } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { MatterAnswer, MatterFacts, MatterSteps } from '../matter-view'
import { matterSentence } from '../matter-words'
import { Story } from '../story'
import { ConsultedCard } from './consulted-card'
import { MatterForGroup } from './matter-for-group'
import { MatterPeople } from './matter-people'
import { MatterTurns } from './matter-turns'
import { NextStep } from './next-step'

/** One matter for the staff: what to do next, the steps, opinions, whom to call and the whole story. */
function MatterDeskPage({ centreId }: AtWork) {
  const { matterId = '' } = useRouter().params
  const reading = useRead(hall.matterOfStaff, { centreId, matterId })
  const { data } = reading
  const next = data?.next ? `接下来:${stepNames[data.next]}` : undefined
  const sentence = data && [next, matterSentence(data)].filter(Boolean).join(' · ')
  return (
    <Page title="办一件议题" sentence={sentence} reading={reading}>
      <Loaded reading={reading} rows={6}>
        {(matter) => (
          <>
            <Columns>
              <MatterFacts matter={matter} />
              <MatterPeople centreId={centreId} matter={matter} />
            </Columns>
            <NextStep key={`${matter.state} ${matter.next}`} centreId={centreId} matter={matter} />
            <ConsultedCard matter={matter} />
            <MatterAnswer matter={matter} />
            <MatterSteps matter={matter} />
            <Card title="前前后后">
              <Story
                lines={matter.story}
                now={Date.now()}
                {...(matter.next && { next: stepNames[matter.next] })}
              />
            </Card>
            <MatterForGroup matter={matter} />
            <MatterTurns centreId={centreId} matter={matter} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(MatterDeskPage)
