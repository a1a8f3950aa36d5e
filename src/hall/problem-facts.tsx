import { dayText } from '../../types/common/time'
import { problemLevelNames } from '../../types/hall.words'
import { Note } from '../ui/card'
import { Photo } from '../ui/photo'
import { dueWords } from './problem-state.rule'
import type { ProblemRow } from './shown'

/** What is to be done about a problem, by whom and until when. */
export function ProblemFacts({ problem }: { problem: ProblemRow }) {
  const { measure, units, officerName, openedOn, level, state } = problem
  return (
    <>
      <Note>措施:{measure}</Note>
      <Note>
        {units.join('、')} · 经办 {officerName}
      </Note>
      <Note>
        {dayText(openedOn)}列入,{dueWords(problem)}
        {state === 'open' && level !== 'officer' && ` · 已报${problemLevelNames[level]}`}
      </Note>
    </>
  )
}

/** Photos that show that it is done. */
export function Evidence({ fileIds }: { fileIds: readonly string[] }) {
  return (
    <>
      {fileIds.map((fileId, at) => (
        <Photo key={fileId} fileId={fileId} label={`办完的照片,第 ${at + 1} 张`} />
      ))}
    </>
  )
}
