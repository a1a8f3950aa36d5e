import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { ChooseSome } from '../../ui/choices'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import type { OfMatter } from './of-matter'

/** 征求意见: who is asked; then one's own opinion, or waiting for those of the others. */
export function AskOpinions({ centreId, matter }: OfMatter) {
  const { consulted } = matter
  const waiting = consulted.filter(({ opinion }) => opinion === '')
  const isAsked = waiting.some(({ own }) => own)
  return (
    <>
      {isAsked && <GiveOpinion centreId={centreId} matter={matter} />}
      {waiting.length > 0 && !isAsked && (
        <Note>还等 {waiting.map(({ name }) => name).join('、')} 写意见,写齐了再形成意见。</Note>
      )}
      <AskPeople centreId={centreId} matter={matter} isMain={consulted.length === 0} />
    </>
  )
}

function AskPeople({ centreId, matter, isMain }: OfMatter & { isMain: boolean }) {
  const people = useRead(hall.hallPeople, { centreId })
  const { send, busy, refusal } = useWrite(hall.askOpinions)
  const [chosen, setChosen] = useState<string[]>([])
  const asked = new Set(matter.consulted.map(({ who }) => who))
  const ask = async () => {
    if (!(await send({ centreId, matterId: matter.matterId, people: chosen }))) return
    setChosen([])
    say('已请他们写意见')
  }
  const button = {
    text: chosen.length > 0 ? `请这 ${chosen.length} 位写意见` : '先选请谁写意见',
    busy,
    disabled: chosen.length === 0,
    onTap: () => void ask(),
  }
  return (
    <Card title={isMain ? '请几位同事写意见' : '再请几位'}>
      <Loaded reading={people} rows={1}>
        {({ rows }) => (
          <ChooseSome
            label="请谁写意见"
            choices={rows
              .filter(({ who }) => !asked.has(who))
              .map(({ who, name, role }) => ({ value: who, word: `${name} ${role}` }))}
            values={chosen}
            onChange={setChosen}
          />
        )}
      </Loaded>
      <RefusalNotice refusal={refusal} />
      {isMain ? <MainButton {...button} /> : <Button {...button} />}
    </Card>
  )
}

function GiveOpinion({ centreId, matter }: OfMatter) {
  const { send, busy, refusal } = useWrite(hall.giveOpinion)
  const [opinion, setOpinion] = useState('')
  const give = async () => {
    const given = await send({ centreId, matterId: matter.matterId, opinion: opinion.trim() })
    if (given) say(given.waiting > 0 ? `写好了,还等 ${given.waiting} 位` : '写好了,意见都齐了')
  }
  return (
    <>
      <Card title="请您写意见">
        <TextField label="您的意见" value={opinion} onChange={setOpinion} max={300} tall />
        <RefusalNotice refusal={refusal} />
      </Card>
      <MainButton text="写下意见" busy={busy} disabled={opinion.trim() === ''} onTap={() => void give()} />
    </>
  )
}
