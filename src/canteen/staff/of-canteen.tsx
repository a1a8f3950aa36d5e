import type { ReactNode } from 'react'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import type { CanteenOfStaff } from '../shown'
import type { CanteenChosen } from './use-canteen'

interface OfCanteenProps {
  chosen: CanteenChosen
  children: (canteen: CanteenOfStaff) => ReactNode
}

/** A staff page about one canteen: which, when there are several; what to do while there is none. */
export function OfCanteen({ chosen, children }: OfCanteenProps) {
  const { canteens, canteen, choose } = chosen
  return (
    <Loaded reading={canteens}>
      {({ rows }) =>
        canteen ? (
          <>
            {rows.length > 1 && (
              <ChooseOne
                label="哪个食堂"
                value={canteen.canteenId}
                onChange={choose}
                choices={rows.map(({ canteenId, name }) => ({ value: canteenId, word: name }))}
              />
            )}
            {children(canteen)}
          </>
        ) : (
          <EmptyState why="这里还没有设食堂。社区工作人员在「食堂设置」里填地点、餐次和截单时间。" />
        )
      }
    </Loaded>
  )
}
