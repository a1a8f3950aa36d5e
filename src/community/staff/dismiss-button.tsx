import { View } from '@tarojs/components'
import type { OutputOf } from '../../../types/common/contract'
import { roleNames } from '../../../types/common/roles'
import type { communityContract } from '../../../types/community.contract'
import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'

interface DismissButtonProps {
  holder: OutputOf<typeof communityContract, 'roleHolders'>['rows'][number]
}

/** Takes a role away, after asking. */
export function DismissButton({ holder: { residentId, name, role, centreId } }: DismissButtonProps) {
  const dismiss = useWrite(community.dismiss)
  const send = async () => {
    const sure = await ask(`免去${name}的职务`, `${name}以后不再是${roleNames[role]},可以随时再添加`, '免去')
    if (sure && (await dismiss.send({ centreId, residentId, role }))) say('已免去')
  }
  return (
    <View>
      <Button text="免去" busy={dismiss.busy} onTap={() => void send()} />
      <RefusalNotice refusal={dismiss.refusal} />
    </View>
  )
}
