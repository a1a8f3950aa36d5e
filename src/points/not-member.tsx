import type { Reading } from '../cloud/use-read'
import { membershipWords } from '../community/membership'
import { joinPath } from '../community/paths'
import type { Me } from '../community/use-centre'
import { open } from '../pages/open'
import { EmptyState } from '../ui/empty-state'
import { Loaded } from '../ui/loaded'

/** For those whose household is not approved yet: why the page is empty and what to do. */
export function NotMember({ me }: { me: Reading<Me> }) {
  return (
    <Loaded reading={me}>
      {(data) => {
        const { next, action } = membershipWords(data)
        return (
          <EmptyState
            why={`住户登记通过后,您家就有积分存折。${next}`}
            {...(action && { action: { text: action, onTap: () => open(joinPath(data.centre?.id)) } })}
          />
        )
      }}
    </Loaded>
  )
}
