import { useState } from 'react'
import { stepNames } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { Card } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import type { OfMatter } from './of-matter'

type WrittenStep = 'conclude' | 'resolve' | 'publicNotice'

const words: Readonly<Record<WrittenStep, { readonly label: string; readonly yes: string }>> = {
  conclude: { label: '意见是什么', yes: '定下这个意见' },
  resolve: { label: '决议是什么', yes: '写下决议' },
  publicNotice: { label: '公示什么', yes: '开始公示' },
}

/** A step that is taken by writing what came of it; the words stand in the story for everybody. */
export function WriteStep({ centreId, matter, step }: OfMatter & { step: WrittenStep }) {
  const { send, busy, refusal } = useWrite(hall.takeStep)
  const [text, setText] = useState('')
  const [ballotId, setBallotId] = useState('')
  const { label, yes } = words[step]
  const { matterId, changes: seen } = matter
  const take = async () => {
    const ballot = step === 'resolve' && ballotId !== '' && { ballotId }
    if (await send({ centreId, matterId, step, text: text.trim(), seen, ...ballot }))
      say('写好了,大家都看得到')
  }
  return (
    <>
      <Card title={stepNames[step]}>
        <TextField label={label} hint="大家都看得到。" value={text} onChange={setText} max={500} tall />
        {step === 'resolve' && (
          <BallotField centreId={centreId} matter={matter} value={ballotId} onChange={setBallotId} />
        )}
        <RefusalNotice refusal={refusal} />
      </Card>
      <MainButton text={yes} busy={busy} disabled={text.trim() === ''} onTap={() => void take()} />
    </>
  )
}

interface BallotFieldProps extends OfMatter {
  value: string
  onChange: (ballotId: string) => void
}

/** What the resolution stands on: a session's, or a ballot about this matter that passed. */
function BallotField({ centreId, matter, value, onChange }: BallotFieldProps) {
  const ballots = useRead(hall.ballotsOfStaff, { centreId })
  const passed = (ballots.data?.rows ?? []).filter(
    ({ matterId, result }) => matterId === matter.matterId && result?.passed,
  )
  return (
    <SelectField
      label="凭什么定的"
      choices={[
        { value: '', word: '议事会上定的' },
        ...passed.map(({ ballotId, question }) => ({ value: ballotId, word: `表决通过:${question}` })),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
