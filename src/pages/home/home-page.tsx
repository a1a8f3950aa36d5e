import { Text, View } from '@tarojs/components'
import type { communityContract } from '../../../types/community.contract'
import { room } from '../../cloud/room'
import { useRead } from '../../cloud/use-read'

const community = room<typeof communityContract>('community')

export default function Page() {
  const me = useRead(community.me, {})
  return (
    <View aria-label="home">
      <Text>{me.data?.centre?.name ?? me.refusal?.message ?? '…'}</Text>
    </View>
  )
}
