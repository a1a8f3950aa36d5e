import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { Card, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { StatusTag } from '../../ui/status-tag'
import { BallotResult } from '../ballot-result'
import { BallotRules } from '../ballot-rules'
import { BallotShare } from '../ballot-share'
import { ballotStanding } from '../ballot-standing'
import { ballotPath } from '../paths'
import { VoteCard } from './vote-card'

/** One ballot: what is asked, my votes, and afterwards the result. */
export default function BallotPage() {
  const { ballotId = '' } = useRouter().params
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const ballot = useRead(hall.ballot, joined ? { centreId, ballotId } : undefined)
  const now = Date.now()
  const question = ballot.data?.question ?? '表决'
  useShareAppMessage(() => ({ title: `表决:${question}`, path: ballotPath(ballotId) }))
  return (
    <Page title={question} reading={ballot}>
      {!joined && <NotJoined me={me} what="就能参加表决" />}
      {joined && (
        <Loaded reading={ballot}>
          {(shown) => {
            const isOpen = shown.state === 'open' && now >= shown.opensAt && now < shown.closesAt
            return (
              <>
                <StatusTag {...ballotStanding(shown, now)} />
                {shown.state === 'cancelled' && <Card title="作废了">{shown.cancelledBecause}</Card>}
                <BallotResult ballot={shown} />
                <BallotRules ballot={shown} now={now} />
                {isOpen &&
                  shown.mine.map((vote) => (
                    <VoteCard
                      key={vote.rollId}
                      centreId={centreId}
                      ballot={shown}
                      vote={vote}
                      several={shown.mine.length > 1}
                    />
                  ))}
                {isOpen && shown.mine.length === 0 && (
                  <Note>名册上没有您家。名册在开始前已经定好,有疑问请打社区电话。</Note>
                )}
                <BallotShare centreName={me.data?.centre?.name ?? ''} ballot={shown} />
              </>
            )
          }}
        </Loaded>
      )}
    </Page>
  )
}
