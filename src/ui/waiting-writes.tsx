import { useDidShow } from '@tarojs/taro'
import { forget, sendQueue, useQueue } from '../cloud/queue.store'
import { Button } from './button'
import { Card } from './card'
import { Row } from './row'

/** What was done without reception and waits on this phone. */
export function WaitingWrites() {
  const queue = useQueue()
  useDidShow(() => void sendQueue())
  if (queue.length === 0) return null
  const waiting = queue.filter(({ refused }) => !refused).length
  return (
    <Card title={waiting > 0 ? `${waiting} 笔等着发` : '没发出去的'}>
      {queue.map(({ requestId, words, refused }) => (
        <Row
          key={requestId}
          title={words}
          note={refused ?? '有信号会自动发'}
          aside={
            refused && (
              <Button text="知道了" label={`知道了,${words}`} kind="quiet" onTap={() => forget(requestId)} />
            )
          }
        />
      ))}
      {waiting > 0 && <Button text="现在发" onTap={() => void sendQueue()} />}
    </Card>
  )
}
