import { View } from '@tarojs/components'
import { Button, type ButtonProps } from './button'
import './main-button.scss'

/** The page's one main action, fixed at the thumb and above the phone's own bar. */
export function MainButton(props: Omit<ButtonProps, 'kind'>) {
  return (
    <>
      <View className="main-button-room" />
      <View className="main-button">
        <View className="main-button__inner">
          <Button {...props} kind="main" />
        </View>
      </View>
    </>
  )
}
