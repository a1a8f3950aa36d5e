import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { EscalatedCard } from './escalated-card'

/** 督办: problems of the centres below that are overdue for so long that they climbed up here. */
function EscalatedPage({ centreId }: AtWork) {
  const problems = useReadPages(hall.escalatedProblems, { centreId })
  const count = problems.data?.length ?? 0
  const sentence =
    count > 0 ? `${count}${problems.more ? ' 个以上' : ' 个'}问题超期报上来,请督办` : '没有超期报上来的'
  return (
    <Page title="超期督办" sentence={problems.data && sentence} reading={problems}>
      <Loaded reading={problems}>
        {(rows) =>
          rows.length > 0 ? (
            rows.map((problem) => <EscalatedCard key={problem.problemId} problem={problem} />)
          ) : (
            <EmptyState why="超期三个工作日没有办完的,报到街道;超期一个工作日的,报到书记" />
          )
        }
      </Loaded>
      <MoreRows reading={problems} />
    </Page>
  )
}

export default atWork(EscalatedPage)
