import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View aria-label="lists" style={{ fontSize: 'calc(17px * var(--fs, 1))' }}>
      <Text>lists</Text>
    </View>
  )
}
