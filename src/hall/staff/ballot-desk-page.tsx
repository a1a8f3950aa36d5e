import { useRouter } from '@tarojs/taro'
import { allows } from '../../../types/common/roles'
import { community, hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import { BallotResult } from '../ballot-result'
import { BallotRules } from '../ballot-rules'
import { BallotShare } from '../ballot-share'
import { ballotStanding } from '../ballot-standing'
import { type Ballot, sumsText } from '../ballot-words'
import { ballotEditPath, paperVotesPath, rollPath } from '../staff-paths'
import { OpenBallot } from './open-ballot'
import { RecountBallot } from './recount-ballot'

interface OfBallot {
  centreId: string
  ballot: Ballot
}

/** Changing the rules while nobody has voted, and calling it off. */
function Planned({ centreId, ballot }: OfBallot) {
  const { ballotId, state, cast } = ballot
  const cancel = useWrite(hall.cancelBallot)
  const cancelling = async (reason: string) => {
    const done = await cancel.send({ centreId, ballotId, reason })
    if (done) say('作废了,原因大家看得到')
    return done
  }
  return (
    <>
      {cast.votes === 0 && <Button text="改规则" onTap={() => open(ballotEditPath(centreId, ballotId))} />}
      <AskReason
        text="作废"
        kind="quiet"
        title="作废这次表决"
        note={state === 'draft' ? '还没有开始,居民看不到' : '已经投的票不再计数,原因大家看得到'}
        yes="作废"
        write={cancel}
        onReason={cancelling}
      />
    </>
  )
}

/** One ballot at the desk: its roll, opening it, paper votes, the result. */
function BallotDeskPage({ centreId }: AtWork) {
  const { ballotId = '' } = useRouter().params
  const ballot = useRead(hall.ballotOfStaff, { centreId, ballotId })
  const me = useRead(community.me, {})
  const centre = useRead(community.centre, { centreId })
  const now = Date.now()
  const audits = allows(me.data?.roles ?? [], 'ballot.audit', centreId)
  return (
    <Page title={ballot.data?.question ?? '表决'} reading={ballot}>
      <Loaded reading={ballot}>
        {(shown) => {
          const isAhead = shown.state === 'draft' || shown.state === 'open'
          const takesPaper = shown.state === 'open' && now >= shown.opensAt && now < shown.paperUntil
          return (
            <>
              <StatusTag {...ballotStanding(shown, now)} />
              {shown.state === 'cancelled' && <Card title="作废了">{shown.cancelledBecause}</Card>}
              <BallotResult ballot={shown} />
              {audits && shown.result && <RecountBallot centreId={centreId} ballotId={ballotId} />}
              <BallotRules ballot={shown} now={now} />
              <Card>
                <Row
                  title="名册"
                  note={shown.state === 'draft' ? '开始以后不能再改' : '谁家投过了,登记书面委托'}
                  aside={sumsText(shown.unit, shown.roll)}
                  onTap={() => open(rollPath(centreId, ballotId))}
                />
                {takesPaper && (
                  <Row
                    title="录纸质票"
                    note="两个人各录一遍,一样才算"
                    onTap={() => open(paperVotesPath(centreId, ballotId))}
                  />
                )}
              </Card>
              {isAhead && <Planned centreId={centreId} ballot={shown} />}
              {shown.state !== 'draft' && <BallotShare centreName={centre.data?.name ?? ''} ballot={shown} />}
              {shown.state === 'draft' && <OpenBallot centreId={centreId} ballot={shown} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

export default atWork(BallotDeskPage)
