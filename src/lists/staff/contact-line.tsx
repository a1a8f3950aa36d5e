import { View } from '@tarojs/components'
import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Note } from '../../ui/card'
import type { ResourceRow } from './rows'

/** The contact of a resource, masked; shown whole after a reason, which is logged. */
export function ContactLine({ centreId, resource }: { centreId: string; resource: ResourceRow }) {
  const [whole, setWhole] = useState<string>()
  const reveal = useWrite(lists.revealContact)
  const see = async (reason: string) => {
    const shown = await reveal.send({ centreId, resourceId: resource.id, reason })
    setWhole(shown?.contact)
    return shown
  }
  if (resource.contact === '') return <Note>没有登记联系人</Note>
  return (
    <View>
      <Note>联系人:{whole ?? resource.contact}</Note>
      {whole === undefined && (
        <AskReason
          text="看联系人"
          kind="quiet"
          title={`看「${resource.title}」的联系人`}
          note="您的名字和原因会写进办事记录"
          yes="看完整联系方式"
          write={reveal}
          onReason={see}
        />
      )}
    </View>
  )
}
