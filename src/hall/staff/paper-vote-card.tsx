import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { StatusTag, type Tone } from '../../ui/status-tag'
import { type Choice, choiceNames, choices, type RollRow } from '../ballot-words'

const paperTags: Readonly<Record<'waiting' | 'differs', { readonly tone: Tone; readonly word: string }>> = {
  waiting: { tone: 'warn', word: '录过一遍' },
  differs: { tone: 'late', word: '两遍不一样,重新录' },
}
const saidOf = {
  waiting: '录好一遍,请另一位同事再录一遍',
  counted: '两遍一样,算一票了',
  differs: '和前一遍不一样,请对着原票重新录',
} as const

/** One household's paper vote: the choice and one button; what was entered before is not shown. */
export function PaperVoteCard({
  centreId,
  ballotId,
  row,
}: {
  centreId: string
  ballotId: string
  row: RollRow
}) {
  const [choice, setChoice] = useState<Choice>()
  const { send, busy, refusal } = useWrite(hall.enterPaperVote)
  const { rollId, title, paper } = row
  const enter = async (chosen: Choice) => {
    const done = await send({ centreId, ballotId, rollId, choice: chosen })
    if (!done) return
    setChoice(undefined)
    say(saidOf[done.state])
  }
  return (
    <Card title={title} aside={paper !== '' && <StatusTag {...paperTags[paper]} />}>
      <ChooseOne
        label={`${title} 票上写的`}
        value={choice}
        onChange={setChoice}
        choices={choices.map(({ value, word }) => ({ value, word, label: `${title} ${word}` }))}
      />
      <RefusalNotice refusal={refusal} />
      <Button
        text={choice ? `录「${choiceNames[choice]}」` : '先选一个'}
        label={`${title} 录这张票`}
        busy={busy}
        disabled={!choice}
        onTap={() => choice && void enter(choice)}
      />
    </Card>
  )
}
