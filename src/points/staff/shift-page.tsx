import { useRouter } from '@tarojs/taro'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { type AtWork, atWork } from '../../community/at-work'
import { spanText } from '../../lists/words'
import { AskReason } from '../../ui/ask-reason'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { say } from '../../ui/say'
import { ConfirmShift } from './confirm-shift'
import { ShiftCode } from './shift-code'

/** One shift: the code for the wall while it runs, who came, and confirming the minutes. */
function ShiftPage({ centreId }: AtWork) {
  const { shiftId = '' } = useRouter().params
  const shift = useRead(points.shift, { centreId, shiftId })
  const cancel = useWrite(points.cancelShift)
  const cancelling = async (reason: string) => {
    const done = await cancel.send({ centreId, shiftId, reason })
    if (done) say(`已取消,通知了 ${done.told} 人`)
    return done
  }
  const { data } = shift
  return (
    <Page
      title={data?.title ?? '志愿班次'}
      sentence={data && `${spanText(data.startsAt, data.endsAt)} · ${data.place}`}
      reading={shift}
    >
      <Loaded reading={shift}>
        {(shown) => (
          <>
            {shown.state === 'open' && <ShiftCode centreId={centreId} shiftId={shiftId} />}
            <ConfirmShift centreId={centreId} shift={shown} />
            {shown.state === 'open' && shown.startsAt > Date.now() && (
              <AskReason
                text="取消这一班"
                kind="quiet"
                title="取消这一班"
                note="原因会通知报了名的人"
                yes="取消并通知"
                write={cancel}
                onReason={cancelling}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(ShiftPage)
