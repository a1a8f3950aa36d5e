import Taro from '@tarojs/taro'
import { useState } from 'react'
import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'

interface MemberCardProps {
  centreId: string
  member: { readonly residentId: string; readonly name: string; readonly phone: string }
}

/** A member of a household; the phone is shown whole after a reason, which is logged. */
export function MemberCard({ centreId, member: { residentId, name, phone } }: MemberCardProps) {
  const [whole, setWhole] = useState<{ name: string; phone: string }>()
  const reveal = useWrite(community.revealPhone)
  const see = async (reason: string) => {
    const shown = await reveal.send({ centreId, residentId, reason })
    setWhole(shown)
    return shown
  }
  const call = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
  return (
    <Card title={whole?.name ?? name}>
      <Note>{(whole?.phone ?? phone) || '没有留电话'}</Note>
      <Side>
        {whole?.phone && <Button text="打这个电话" onTap={() => call(whole.phone)} />}
        {!whole && phone !== '' && (
          <AskReason
            text="看电话"
            title={`看 ${name} 的电话`}
            note="您的名字和原因会写进办事记录"
            yes="看完整电话"
            write={reveal}
            onReason={see}
          />
        )}
      </Side>
    </Card>
  )
}
