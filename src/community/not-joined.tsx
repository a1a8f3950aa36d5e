import type { Reading } from '../cloud/use-read'
import { open } from '../pages/open'
import { EmptyState } from '../ui/empty-state'
import { Loaded } from '../ui/loaded'
import { joinPath } from './paths'
import type { Me } from './use-centre'

/** For those who have not joined a community: why the page is empty and how to join. */
export function NotJoined({ me, what }: { me: Reading<Me>; what: string }) {
  return (
    <Loaded reading={me}>
      {() => (
        <EmptyState
          why={`您还没有登记为住户,登记后${what}。`}
          action={{ text: '登记我家,填四项就好', onTap: () => open(joinPath()) }}
        />
      )}
    </Loaded>
  )
}
