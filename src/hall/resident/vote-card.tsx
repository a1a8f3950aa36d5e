import { useState } from 'react'
import { areaText } from '../../../types/hall.area'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { StatusTag } from '../../ui/status-tag'
import { type Ballot, type Choice, choiceNames, choices, type OwnVote } from '../ballot-words'

interface VoteCardProps {
  centreId: string
  ballot: Ballot
  vote: OwnVote
  /** One of several: its choices then say whose vote they are. */
  several: boolean
}

/** One vote I may give: chosen, confirmed once, and given for good. */
export function VoteCard({ centreId, ballot, vote, several }: VoteCardProps) {
  const [choice, setChoice] = useState<Choice>()
  const { send, busy, refusal } = useWrite(hall.castVote)
  const { rollId, title, area, proxy, voted } = vote
  const whose = proxy ? `替 ${title} 投` : title
  const cast = async (chosen: Choice) => {
    const isSure = await ask(
      `投「${choiceNames[chosen]}」`,
      '投了就不能改。别人看不到您投了什么,工作人员也看不到。',
      '投票',
    )
    if (!isSure) return
    const { ballotId, rulesVersion } = ballot
    if (await send({ centreId, ballotId, rollId, choice: chosen, rulesVersion }))
      say('投好了,计票后这里看结果')
  }
  return (
    <Card title={whose} aside={voted && <StatusTag tone="good" word="已投" />}>
      {ballot.unit === 'area' && <Note>一位业主一票,面积 {areaText(area)} 平方米</Note>}
      {proxy && <Note>凭书面委托书</Note>}
      {!voted && (
        <>
          <ChooseOne
            label={`${whose} 怎么投`}
            value={choice}
            onChange={setChoice}
            choices={choices.map(({ value, word }) => ({
              value,
              word,
              ...(several && { label: `${whose} ${word}` }),
            }))}
          />
          <RefusalNotice refusal={refusal} />
          <Button
            kind="main"
            text={choice ? `投「${choiceNames[choice]}」` : '先选一个'}
            {...(several && { label: `${whose},投票` })}
            busy={busy}
            disabled={!choice}
            onTap={() => choice && void cast(choice)}
          />
        </>
      )}
    </Card>
  )
}
