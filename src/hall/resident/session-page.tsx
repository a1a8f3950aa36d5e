import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { StatusTag } from '../../ui/status-tag'
import { sessionPath } from '../paths'
import { SessionAgenda } from '../session-agenda'
import { SessionFiles } from '../session-files'
import { SessionShare } from '../session-share'
import { SessionStanding } from '../session-standing'
import { canCheckIn, sessionTime, standingOf } from '../session-words'
import { SessionAnswer } from './session-answer'
import { SessionCheckIn } from './session-check-in'

/** One session: when and where, whether I come, checking in, and afterwards the minutes. */
export default function SessionPage() {
  const { sessionId = '' } = useRouter().params
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const session = useRead(hall.session, joined ? { centreId, sessionId } : undefined)
  const now = Date.now()
  const title = session.data?.title ?? '议事会'
  useShareAppMessage(() => ({ title: `议事会:${title}`, path: sessionPath(sessionId) }))
  return (
    <Page
      title={title}
      sentence={session.data && `${sessionTime(session.data, now)} · ${session.data.place}`}
      reading={session}
      aside={session.data && <StatusTag {...standingOf(session.data, now)} />}
    >
      {!joined && <NotJoined me={me} what="就能参加议事会" />}
      {joined && (
        <Loaded reading={session}>
          {(shown) => (
            <>
              {canCheckIn(shown, now) && shown.mine && !shown.checkedIn && (
                <SessionCheckIn centreId={centreId} sessionId={sessionId} />
              )}
              {shown.state === 'announced' && now < shown.endsAt && (
                <SessionAnswer centreId={centreId} session={shown} />
              )}
              <SessionStanding session={shown} />
              <SessionAgenda agenda={shown.agenda} held={shown.state === 'held'} />
              <SessionFiles photos={shown.photos} attachments={shown.attachments} />
              <SessionShare centreName={me.data?.centre?.name ?? ''} session={shown} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
