import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View aria-label="home" style={{ fontSize: 'calc(17px * var(--fs, 1))' }}>
      <Text>home</Text>
    </View>
  )
}
