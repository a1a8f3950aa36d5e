import { useRouter } from '@tarojs/taro'
import { community, hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Side } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { RotatingCode } from '../../ui/rotating-code'
import { say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import { SessionAgenda } from '../session-agenda'
import { SessionFiles } from '../session-files'
import { SessionShare } from '../session-share'
import type { SessionOfStaff } from '../session-shown'
import { SessionStanding } from '../session-standing'
import { canCheckIn, sessionStates, sessionTime } from '../session-words'
import { sessionEditPath } from '../staff-paths'
import { AnnounceSession } from './announce-session'
import { CloseSession } from './close-session'
import { MinutesForm } from './minutes-form'
import { SessionFilesForm } from './session-files-form'
import { SessionList } from './session-list'

interface OfSession {
  centreId: string
  session: SessionOfStaff
}

/** 签到码, minutes and closing, from an hour before the session. */
function Running({ centreId, session }: OfSession) {
  const { sessionId, agenda, changes } = session
  return (
    <>
      <RotatingCode
        title="到会签到码"
        note="给到会的人看,一分钟换一次"
        action={hall.sessionCode}
        input={{ centreId, sessionId }}
      />
      <SessionList centreId={centreId} session={session} />
      {agenda.map((item, at) => (
        <MinutesForm key={item.itemId} {...{ centreId, sessionId, item }} no={at + 1} seen={changes} />
      ))}
      <SessionFilesForm centreId={centreId} session={session} />
      <CloseSession centreId={centreId} session={session} />
    </>
  )
}

/** Changing or calling off what is planned. */
function Planned({ centreId, session }: OfSession) {
  const cancel = useWrite(hall.cancelSession)
  const { sessionId, state } = session
  const cancelling = async (reason: string) => {
    const done = await cancel.send({ centreId, sessionId, reason })
    if (done) say(`取消了,通知了 ${done.told} 人`)
    return done
  }
  return (
    <Side>
      <Button text="改时间、地点、议程" onTap={() => open(sessionEditPath(centreId, sessionId))} />
      <AskReason
        text="取消这场"
        kind="quiet"
        title="取消这场议事会"
        note={state === 'draft' ? '还没有发预告,谁也不会收到通知' : '原因会通知请到的人'}
        yes={state === 'draft' ? '取消' : '取消并通知'}
        write={cancel}
        onReason={cancelling}
      />
    </Side>
  )
}

/** One session at the desk: announce it, run it, close it. */
function SessionDeskPage({ centreId }: AtWork) {
  const { sessionId = '' } = useRouter().params
  const session = useRead(hall.sessionOfStaff, { centreId, sessionId })
  const centre = useRead(community.centre, { centreId })
  const now = Date.now()
  const { data } = session
  return (
    <Page
      title={data?.title ?? '议事会'}
      sentence={data && `${sessionTime(data, now)} · ${data.place}`}
      reading={session}
      aside={data && <StatusTag {...sessionStates[data.state]} />}
    >
      <Loaded reading={session}>
        {(shown) => {
          const isRunning = canCheckIn(shown, now)
          const isOver = shown.state === 'held' || shown.state === 'cancelled'
          return (
            <>
              <SessionStanding session={shown} />
              {!isRunning && <SessionAgenda agenda={shown.agenda} held={shown.state === 'held'} />}
              {isRunning && <Running centreId={centreId} session={shown} />}
              {!isRunning && shown.state !== 'cancelled' && (
                <SessionList centreId={centreId} session={shown} />
              )}
              {isOver && <SessionFiles photos={shown.photos} attachments={shown.attachments} />}
              {shown.state !== 'draft' && (
                <SessionShare centreName={centre.data?.name ?? ''} session={shown} />
              )}
              {!isOver && <Planned centreId={centreId} session={shown} />}
              {shown.state === 'draft' && <AnnounceSession centreId={centreId} session={shown} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

export default atWork(SessionDeskPage)
