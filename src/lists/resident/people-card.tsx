import { Text, View } from '@tarojs/components'
import { Card, Note } from '../../ui/card'
import type { Service } from '../shown'
import './people-card.scss'

/** Who is in the list (接龙), names masked: those with a seat, then those who wait. */
export function PeopleCard({ service }: { service: Service }) {
  const { people, taken, cap } = service
  if (people.length === 0) {
    return (
      <Card title="报名名单">
        <Note>还没有人报名,您可以做第一位。</Note>
      </Card>
    )
  }
  const seats = people.slice(0, cap)
  const waiting = people.slice(cap)
  return (
    <Card title={`报名名单 ${taken}/${cap}`}>
      <People names={seats} />
      {waiting.length > 0 && <Note>候补 {waiting.length} 位</Note>}
      <People names={waiting} />
    </Card>
  )
}

function People({ names }: { names: readonly string[] }) {
  return (
    <View className="people">
      {names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: masked names repeat; the place in the list is what a row is
        <Text key={at} className="people__one">
          {at + 1} {name}
        </Text>
      ))}
    </View>
  )
}
