import { useReachBottom } from '@tarojs/taro'
import type { PagedReading } from '../cloud/use-read-pages'
import { Button } from './button'

/** The next page of a list: comes by scrolling to the end, or by the button for keyboards and slow hands. */
export function MoreRows({ reading }: { reading: Pick<PagedReading<unknown>, 'more' | 'loadingMore'> }) {
  const { more, loadingMore } = reading
  useReachBottom(() => {
    if (more && !loadingMore) void more()
  })
  if (!more) return null
  return <Button text="再看一些" busy={loadingMore} onTap={() => void more()} />
}
