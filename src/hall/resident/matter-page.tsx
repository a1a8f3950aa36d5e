import { useRouter } from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { MatterAnswer, MatterFacts, MatterSteps } from '../matter-view'
import { matterSentence } from '../matter-words'
import { Story } from '../story'
import { MatterActions } from './matter-actions'

/** One matter with its whole story, and what its raiser or a neighbour can say to it. */
export default function MatterPage() {
  const { matterId = '' } = useRouter().params
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const reading = useRead(hall.matter, joined ? { centreId, matterId } : undefined)
  return (
    <Page title="一件事" sentence={reading.data && matterSentence(reading.data)} reading={reading}>
      {!joined && <NotJoined me={me} what="就能看、能提" />}
      {joined && (
        <Loaded reading={reading} rows={5}>
          {(matter) => (
            <>
              <MatterFacts matter={matter} />
              <MatterAnswer matter={matter} />
              <MatterSteps matter={matter} />
              <Card title="前前后后">
                <Story lines={matter.story} now={Date.now()} />
              </Card>
              <MatterActions centreId={centreId} matter={matter} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
