import type { ReactNode } from 'react'
import { open } from '../../pages/open'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { registerPath } from '../paths'
import type { MyDiner } from '../shown'
import type { DinerChosen } from '../use-diner'
import { WaitingDiner } from './waiting-diner'

interface OfDinerProps {
  chosen: DinerChosen
  /** Also for diners the staff have not approved. */
  anyState?: boolean
  children: (diner: MyDiner) => ReactNode
}

/** A page about one diner: who it is when there are several, and what to do while there is none. */
export function OfDiner({ chosen, anyState = false, children }: OfDinerProps) {
  const { diners, diner, choose } = chosen
  return (
    <Loaded reading={diners}>
      {({ rows }) =>
        diner ? (
          <>
            {rows.length > 1 && (
              <ChooseOne
                label="给谁订"
                value={diner.dinerId}
                onChange={choose}
                choices={rows.map(({ dinerId, name }) => ({ value: dinerId, word: name }))}
              />
            )}
            {anyState || diner.state === 'approved' ? children(diner) : <WaitingDiner diner={diner} />}
          </>
        ) : (
          <EmptyState
            why="先登记用餐的老人:自己,或者家里的长辈。社区核对以后就能订餐,补贴自动算好。"
            action={{ text: '登记用餐老人', onTap: () => open(registerPath) }}
          />
        )
      }
    </Loaded>
  )
}
