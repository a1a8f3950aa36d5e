import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { type Ballot, sumsText } from '../ballot-words'

/** 开始表决: from then on the roll stays as it is. */
export function OpenBallot({ centreId, ballot }: { centreId: string; ballot: Ballot }) {
  const { send, busy, refusal } = useWrite(hall.openBallot)
  const { ballotId, rulesVersion, unit, roll } = ballot
  const isEmpty = roll.votes === 0
  const start = async () => {
    const words = `名册 ${sumsText(unit, roll)}。开始以后名册不能再改,有人投票以后规则也不能再改。`
    if (!(await ask('开始表决', words, '开始'))) return
    if (await send({ centreId, ballotId, rulesVersion })) say('开始了,大家到时间就能投')
  }
  return (
    <>
      {isEmpty && <Note>先编好名册,再开始。</Note>}
      <RefusalNotice refusal={refusal} />
      <MainButton text="名册核对好了,开始表决" busy={busy} disabled={isEmpty} onTap={() => void start()} />
    </>
  )
}
