import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, asInstant, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { DayField } from '../../ui/day-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import type { Mediation } from '../shown'

const twoWeeks = 14

/** 写协议: the text every party confirms on their own phone; a change starts the confirming anew. */
export function ProposeAgreement({ centreId, mediation }: { centreId: string; mediation: Mediation }) {
  const [open, setOpen] = useState(false)
  const text = mediation.agreement ? '改协议' : '写协议'
  return (
    <View>
      <Button text={text} onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={text} open onClose={() => setOpen(false)}>
          <AgreementForm centreId={centreId} mediation={mediation} done={() => setOpen(false)} />
        </Sheet>
      )}
    </View>
  )
}

function AgreementForm(props: { centreId: string; mediation: Mediation; done: () => void }) {
  const { centreId, mediation, done } = props
  const { mediationId, agreement } = mediation
  const [text, setText] = useState(agreement?.text ?? '')
  const [followUpOn, setFollowUpOn] = useState<ShanghaiDay>(() =>
    addDays(shanghaiDay(asInstant(Date.now())), twoWeeks),
  )
  const { send, busy, refusal } = useWrite(hall.proposeAgreement)
  const save = async () => {
    if (!(await send({ centreId, mediationId, text: text.trim(), followUpOn }))) return
    done()
    say('请各方在自己手机上确认')
  }
  return (
    <>
      <TextField
        label="谈成了什么"
        placeholder="谁、在什么时候以前、做什么"
        value={text}
        onChange={setText}
        max={2000}
        tall
      />
      <DayField label="哪一天回访" value={followUpOn} onChange={setFollowUpOn} />
      {agreement && <Note>改了以后,各方要重新确认。</Note>}
      <RefusalNotice refusal={refusal} />
      <Button
        text="请各方确认"
        kind="main"
        busy={busy}
        disabled={text.trim() === ''}
        onTap={() => void save()}
      />
    </>
  )
}
