import Taro, { useRouter } from '@tarojs/taro'
import { type AtWork, atWork } from '../../community/at-work'
import { Page } from '../../ui/page'
import { problemPath } from '../staff-paths'
import { ProblemForm } from './problem-form'

/** 列入问题清单: from a matter, or straight away. */
function NewProblemPage({ centreId }: AtWork) {
  const { matterId = '' } = useRouter().params
  return (
    <Page title="列一个问题" sentence="列上了就有时限:五个工作日办结,办完要人确认才销号">
      <ProblemForm
        centreId={centreId}
        matterId={matterId}
        onDone={(problemId) => void Taro.redirectTo({ url: problemPath(centreId, problemId) })}
      />
    </Page>
  )
}

export default atWork(NewProblemPage)
