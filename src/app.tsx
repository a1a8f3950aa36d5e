import { useDidShow } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { CloudProvider } from './cloud/cloud-provider'
import { refreshLook } from './theme/look.store'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useDidShow(refreshLook)
  return <CloudProvider>{children}</CloudProvider>
}
