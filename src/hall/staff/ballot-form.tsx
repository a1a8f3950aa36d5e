import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ballotUnitNames, ballotUnits, majorities, majorityNames } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { Field } from '../../ui/field'
import { MainButton } from '../../ui/main-button'
import { MomentField } from '../../ui/moment-field'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import type { Ballot } from '../ballot-words'
import { ballotDeskPath } from '../staff-paths'
import { draftOfBallot, emptyBallot, savedOfBallot } from './ballot-draft'
import { SubjectField } from './subject-field'

interface BallotFormProps {
  centreId: string
  ballot: Ballot | undefined
  /** Matters the result can belong to. */
  matters: readonly { readonly matterId: string; readonly text: string }[]
}

const units = ballotUnits.map((value) => ({ value, word: ballotUnitNames[value] }))
const shares = majorities.map((value) => ({ value, word: majorityNames[value] }))

/** Writes the rules of a ballot: what is asked, how it is counted, when. */
export function BallotForm({ centreId, ballot, matters }: BallotFormProps) {
  const [draft, setDraft] = useState(() => (ballot ? draftOfBallot(ballot) : emptyBallot(Date.now())))
  const { send, busy, refusal } = useWrite(hall.saveBallot)
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const saved = savedOfBallot(draft)
  const errors = refusal?.fields ?? {}
  const about = [
    { value: '', word: '不属于哪件议题' },
    ...matters.map(({ matterId, text }) => ({ value: matterId, word: text })),
  ]
  const save = async () => {
    if (!saved) return
    const known = ballot && { ballotId: ballot.ballotId }
    const done = await send({ centreId, rulesVersion: ballot?.rulesVersion ?? 0, ...known, ...saved })
    if (!done) return
    const desk = ballotDeskPath(centreId, done.ballotId)
    if (ballot) return leaveSaying('存好了,以后按新的规则投', desk)
    await Taro.redirectTo({ url: desk })
    say('存成草稿了,接着编名册')
  }
  return (
    <>
      <Card>
        <TextField
          label="问什么"
          value={draft.question}
          onChange={(question) => set({ question })}
          max={100}
          placeholder="5栋要不要加装电梯"
          error={errors.question}
        />
        <TextField
          label="说明"
          value={draft.about}
          onChange={(words) => set({ about: words })}
          max={1000}
          tall
          placeholder="方案、费用怎么分、图纸在哪里看"
        />
        <SelectField
          label="结果写进哪件议题"
          choices={about}
          value={draft.matterId}
          onChange={(matterId) => set({ matterId })}
          error={errors.matterId}
        />
      </Card>
      <Card title="怎么算">
        <ChooseOne label="一票怎么算" value={draft.unit} choices={units} onChange={(unit) => set({ unit })} />
        {errors.unit && <Note>{errors.unit}</Note>}
        {draft.unit === 'area' ? (
          <SubjectField value={draft.subject} onChange={(subject) => set({ subject })} />
        ) : (
          <>
            <Field label="参加的多少同意算通过">
              <ChooseOne
                label="多少同意"
                value={draft.majority}
                choices={shares}
                onChange={(majority) => set({ majority })}
              />
            </Field>
            <NumberField
              label="至少百分之几参加才算数"
              hint="写 0 就不要求"
              value={draft.turnoutPercent}
              onChange={(turnoutPercent) => set({ turnoutPercent })}
              min={0}
              max={100}
            />
          </>
        )}
      </Card>
      <Card title="什么时候">
        <MomentField label="开始" value={draft.opensAt} onChange={(opensAt) => set({ opensAt })} />
        <MomentField
          label="截止"
          value={draft.closesAt}
          onChange={(closesAt) => set({ closesAt })}
          error={errors.closesAt}
        />
        <MomentField
          label="纸质票录到"
          hint="过了这个时候自动计票"
          value={draft.paperUntil}
          onChange={(paperUntil) => set({ paperUntil })}
          error={errors.paperUntil}
        />
      </Card>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={ballot ? '存好' : '存成草稿'}
        busy={busy}
        disabled={!saved}
        onTap={() => void save()}
      />
    </>
  )
}
