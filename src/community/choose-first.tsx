import type { Reading } from '../cloud/use-read'
import { open } from '../pages/open'
import { EmptyState } from '../ui/empty-state'
import { Loaded } from '../ui/loaded'
import { choosePath } from './paths'
import type { Me } from './use-centre'

/** For a stranger: choosing a community is enough to read its menu; nothing has to be filled in. */
export function ChooseFirst({ me }: { me: Reading<Me> }) {
  return (
    <Loaded reading={me}>
      {() => (
        <EmptyState
          why="先选您住的社区,不用登记就能看服务清单。"
          action={{ text: '选我的社区', onTap: () => open(choosePath) }}
        />
      )}
    </Loaded>
  )
}
