import { useState } from 'react'
import { dayText } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Card, Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { isProblemReady, newProblemDraft, problemFactsOf } from './problem-draft'
import { ProblemFields } from './problem-fields'

interface ProblemFormProps {
  centreId: string
  /** The matter it comes from; empty when it comes from none. */
  matterId: string
  onDone: (problemId: string) => void
}

/** What, how, which units and who: all that a problem needs to be on the list. */
export function ProblemForm({ centreId, matterId, onDone }: ProblemFormProps) {
  const [draft, setDraft] = useState(newProblemDraft())
  const { send, busy, refusal } = useWrite(hall.openProblem)
  const isReady = isProblemReady(draft)
  const save = async () => {
    const done = await send({ centreId, ...problemFactsOf(draft), ...(matterId !== '' && { matterId }) })
    if (!done) return
    say(`列上了,${dayText(done.dueDay)}前办完`)
    onDone(done.problemId)
  }
  return (
    <Card>
      {matterId !== '' && <Note>从居民提的一件事来:办完由提的人确认,销号以后才能答复</Note>}
      <ProblemFields centreId={centreId} draft={draft} onChange={setDraft} errors={refusal?.fields ?? {}} />
      <RefusalNotice refusal={refusal} />
      {!isReady && <Note>四项都填好就能列上</Note>}
      <MainButton text="列入问题清单" busy={busy} disabled={!isReady} onTap={() => void save()} />
    </Card>
  )
}
