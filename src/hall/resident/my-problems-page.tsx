import { hall } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { OwnProblemCard } from './own-problem-card'

/** 我提的、上了问题清单的事: how far each is, and saying whether it is solved. */
export default function MyProblemsPage() {
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const problems = useReadPages(hall.myProblems, joined ? { centreId } : undefined)
  const waiting = problems.data?.filter(({ state }) => state === 'done').length ?? 0
  const sentence = waiting > 0 ? `${waiting} 件办完了,请您看看` : '五个工作日办结,您确认才销号'
  return (
    <Page title="问题清单" sentence={problems.data && sentence} reading={problems}>
      {!joined && <NotJoined me={me} what="就能提事、看办到哪一步" />}
      {joined && (
        <Loaded reading={problems}>
          {(rows) =>
            rows.length > 0 ? (
              rows.map((problem) => (
                <OwnProblemCard key={problem.problemId} centreId={centreId} problem={problem} />
              ))
            ) : (
              <EmptyState why="您提的事里,当场办不了的,社区会列到这里,五个工作日办结" />
            )
          }
        </Loaded>
      )}
      <MoreRows reading={problems} />
    </Page>
  )
}
