import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import type { ProblemRow } from '../shown'
import { calendarPath, closeOutPath, newProblemPath, problemPath } from '../staff-paths'
import { ProblemRowView } from './problem-row-view'

const states = [
  { value: 'open', word: '在办' },
  { value: 'done', word: '等确认' },
  { value: 'struckOff', word: '已销号' },
] as const
type State = (typeof states)[number]['value']

const nothing: Readonly<Record<State, string>> = {
  open: '没有在办的问题。接访、议事里当场办不了的,列到这里,五个工作日办结',
  done: '没有等确认的',
  struckOff: '还没有销号的',
}

const sentenceOf = (state: State, rows: readonly ProblemRow[], more: boolean): string => {
  const count = `${rows.length}${more ? ' 个以上' : ' 个'}`
  if (state !== 'open') return state === 'done' ? `${count}办完了,等提的人或书记确认` : `${count}已销号`
  const overdue = rows.filter((row) => row.overdue).length
  return overdue > 0 ? `${count}在办,${overdue} 个超期了` : `${count}在办,没有超期的`
}

/** 问题清单: what is under way, waits to be confirmed, and was struck off. */
function ProblemsPage({ centreId }: AtWork) {
  const [state, setState] = useState<State>('open')
  const problems = useReadPages(hall.problems, { centreId, state })
  const { data } = problems
  const sentence = data && data.length > 0 ? sentenceOf(state, data, Boolean(problems.more)) : undefined
  return (
    <Page title="问题清单" sentence={sentence} reading={problems}>
      <ChooseOne label="哪些问题" value={state} onChange={setState} choices={states} />
      <Loaded reading={problems}>
        {(rows) =>
          rows.length > 0 ? (
            <Card>
              {rows.map((problem) => (
                <ProblemRowView
                  key={problem.problemId}
                  problem={problem}
                  onTap={() => open(problemPath(centreId, problem.problemId))}
                />
              ))}
            </Card>
          ) : (
            <EmptyState why={nothing[state]} />
          )
        }
      </Loaded>
      <MoreRows reading={problems} />
      <Card>
        <Row
          title="对账销号"
          note="每个月列了几个、销了几个、超期几个"
          onTap={() => open(closeOutPath(centreId))}
        />
        <Row title="放假和补班" note="时限按工作日算" onTap={() => open(calendarPath(centreId))} />
      </Card>
      <MainButton text="列一个问题" onTap={() => open(newProblemPath(centreId))} />
    </Page>
  )
}

export default atWork(ProblemsPage)
