import type { PropsWithChildren } from 'react'
import { CloudProvider } from './cloud/cloud-provider'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  return <CloudProvider>{children}</CloudProvider>
}
