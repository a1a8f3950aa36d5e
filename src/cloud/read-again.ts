import type { QueryClient } from '@tanstack/react-query'

/**
 * Asks again for everything a room answered to somebody. A first read that is still under way may have been answered
 * before the change: it is given up, because react-query would otherwise take its answer for the new one.
 */
export const readAgain = (client: QueryClient, identity: string, room: string): void => {
  const queryKey = [identity, room]
  void client.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined })
  void client.invalidateQueries({ queryKey })
}
