import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Role, roleNames } from '../../../types/common/roles'
import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'

const roles: readonly Role[] = ['volunteer', 'staff', 'secretary', 'officer']

/** Finds a registered resident by phone and gives them a role here. */
export function AppointForm({ centreId }: { centreId: string }) {
  const [phone, setPhone] = useState('')
  const [role, setRole] = useState<Role>('staff')
  const [found, setFound] = useState<{ residentId: string; name: string }>()
  const find = useWrite(community.findByPhone)
  const appoint = useWrite(community.appoint)
  const look = async () => setFound(await find.send({ centreId, phone }))
  const send = async (person: { residentId: string; name: string }) => {
    if (!(await appoint.send({ centreId, residentId: person.residentId, role }))) return
    say(`${person.name} 现在是${roleNames[role]}`)
    setFound(undefined)
    setPhone('')
  }
  const type = (text: string) => {
    setPhone(text)
    setFound(undefined)
    find.clear()
  }
  return (
    <Card title="添加一位">
      <TextField
        label="手机号"
        hint="先请他在首页加入社区,并留下手机号"
        keyboard="number"
        max={11}
        value={phone}
        onChange={type}
        error={find.refusal?.fields.phone}
      />
      <Button text="按手机号找" busy={find.busy} disabled={phone.length !== 11} onTap={() => void look()} />
      <RefusalNotice refusal={find.refusal} />
      {found && (
        <View>
          <Note>找到了:{found.name}</Note>
          <ChooseOne
            label="职务"
            value={role}
            choices={roles.map((value) => ({ value, word: roleNames[value] }))}
            onChange={setRole}
          />
          <RefusalNotice refusal={appoint.refusal} />
          <Button
            text={`添加${found.name}为${roleNames[role]}`}
            kind="main"
            busy={appoint.busy}
            onTap={() => void send(found)}
          />
        </View>
      )}
    </Card>
  )
}
